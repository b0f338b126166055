import type { Actor, ReferenceEvidenceRequest, Role } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { evidenceServices } from '../../../test/factories/evidence-services';
import { selfAssessmentDue } from '../../../test/factories/self-assessment-window';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { Assessment } from '../assessment/assessment.entity';
import type { EvidenceDocument } from './evidence-document.entity';
import { EvidenceLink } from './evidence-link.entity';

const REFERENCE: ReferenceEvidenceRequest = { title: '', documentNumber: '', issuedOn: null, issuer: '', url: null, section: ' Phần 1 ', page: null };

describe('AttachmentService', () => {
  let db: DataSource;
  let services: Awaited<ReturnType<typeof evidenceServices>>;
  let assessment: Assessment;
  let officer: Actor;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = await evidenceServices(db);
  });
  afterAll(async () => {
    await db.destroy();
    await rm(services.folder, { recursive: true });
  });
  beforeEach(async () => {
    assessment = await anAssessment(db);
    officer = await personOf('agency-officer');
  });

  const personOf = (role: Role, { agencyId } = assessment) => aPerson(db, { role, agencyId });
  const place = (code = '1.1', { id: assessmentId } = assessment) => ({ assessmentId, code });
  const linkTo = ({ id: documentId }: EvidenceDocument, code = '1.1') => services.attachments.link(officer, place(code), { documentId, section: '', page: null });
  const audit = () => db.manager.find(AuditEvent, { where: { subjectId: assessment.id }, order: { at: 'ASC' } });
  const standingLink = async () => anEvidenceLink(db, { documentId: (await aDocument(db, assessment.agencyId)).id, assessmentId: assessment.id });

  describe('a reference', () => {
    it('is a link, in its standard form, called by itself where it has no title', async () => {
      const view = await services.attachments.reference(officer, place(), { ...REFERENCE, url: ' https://VanBan.gov.vn/12 ' });
      expect(view).toMatchObject({ code: '1.1', section: 'Phần 1', page: null, document: { title: 'https://vanban.gov.vn/12', url: 'https://vanban.gov.vn/12', file: null, usedBy: 1 } });
      expect(await audit()).toMatchObject([{ event: 'evidence.attached', actorId: officer.id, payload: { code: '1.1', documentId: view.document.id, sha256: null } }]);
    });

    it('is a bare document number', async () => {
      const view = await services.attachments.reference(officer, place(), { ...REFERENCE, documentNumber: ' 12/BC-STP ', issuedOn: '2026-06-30', issuer: 'Sở Tư pháp' });
      expect(view.document).toMatchObject({ title: '12/BC-STP', documentNumber: '12/BC-STP', issuedOn: '2026-06-30', issuer: 'Sở Tư pháp', url: null });
    });

    it('is refused with neither, and with what is no address', async () => {
      await expect(services.attachments.reference(officer, place(), { ...REFERENCE, title: 'Báo cáo' })).rejects.toMatchObject({ code: 'evidence.link-invalid' });
      await expect(services.attachments.reference(officer, place(), { ...REFERENCE, url: 'javascript:alert(1)' })).rejects.toMatchObject({ code: 'evidence.link-invalid' });
      expect(await audit()).toEqual([]);
    });
  });

  describe('a document that the agency already has', () => {
    it('supports one more criterion, also of another year', async () => {
      const document = await aDocument(db, assessment.agencyId);
      const { sha256 } = await aFileVersion(db, document, 1);
      await linkTo(document, '1.1');
      const view = await linkTo(document, '1.3');
      expect(view).toMatchObject({ code: '1.3', document: { id: document.id, usedBy: 2, file: { sha256 } } });
      expect(await audit()).toMatchObject([{ payload: { code: '1.1', sha256 } }, { payload: { code: '1.3', sha256 } }]);
    });

    it('is refused where it stands already, and accepted again once it was taken off', async () => {
      const document = await aDocument(db, assessment.agencyId);
      const { id } = await linkTo(document);
      await expect(linkTo(document)).rejects.toMatchObject({ code: 'record.duplicate' });
      await services.attachments.detach(officer, id);
      await expect(linkTo(document)).resolves.toMatchObject({ code: '1.1' });
    });

    it('is put there once by eight who do it at once', async () => {
      const document = await aDocument(db, assessment.agencyId);
      await Promise.all(Array.from({ length: 8 }, () => db.query('select pg_sleep(0.05)')));
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => linkTo(document)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await audit()).toHaveLength(1);
    });

    it('is not there where it is another agency’s', async () => {
      const foreign = await aDocument(db, (await anAgency(db)).id);
      await expect(linkTo(foreign)).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(services.attachments.link(officer, place(), { documentId: randomUUID(), section: '', page: null })).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('placing', () => {
    it('says anew where to look', async () => {
      const { id, documentId } = await standingLink();
      expect(await services.attachments.place(officer, id, { section: ' Mục IV ', page: 7 })).toMatchObject({ id, section: 'Mục IV', page: 7 });
      expect(await audit()).toMatchObject([{ event: 'evidence.placed', payload: { code: '1.1', documentId, section: 'Mục IV', page: 7 } }]);
    });
  });

  describe('taking off', () => {
    it('keeps the link, marked with who and when', async () => {
      const { id, documentId } = await standingLink();
      await services.attachments.detach(officer, id);
      const kept = await db.manager.findOneByOrFail(EvidenceLink, { id });
      expect(kept).toMatchObject({ documentId, removedBy: officer.id });
      expect(kept.removedAt).toBeInstanceOf(Date);
      expect(await services.evidence.linksOf(db.manager, assessment.id)).toEqual([]);
      expect(await audit()).toMatchObject([{ event: 'evidence.detached', payload: { code: '1.1', documentId } }]);
    });

    it('finds nothing the second time', async () => {
      const { id } = await standingLink();
      await services.attachments.detach(officer, id);
      await expect(services.attachments.detach(officer, id)).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(services.attachments.place(officer, id, { section: '', page: null })).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('follows the answers: every change is refused', () => {
    type Change = (actor: Actor, of: Assessment) => Promise<unknown>;
    const changes: readonly (readonly [string, Change])[] = [
      ['a reference', (actor, { id }) => services.attachments.reference(actor, { assessmentId: id, code: '1.1' }, { ...REFERENCE, documentNumber: '1' })],
      ['a link', async (actor, { id, agencyId }) => services.attachments.link(actor, { assessmentId: id, code: '1.1' }, { documentId: (await aDocument(db, agencyId)).id, section: '', page: null })],
      ['a new place', async (actor, { id, agencyId }) => services.attachments.place(actor, (await linkIn(id, agencyId)).id, { section: 'x', page: 1 })],
      ['taking off', async (actor, { id, agencyId }) => services.attachments.detach(actor, (await linkIn(id, agencyId)).id)],
    ];
    const linkIn = async (assessmentId: string, agencyId: string) => anEvidenceLink(db, { documentId: (await aDocument(db, agencyId)).id, assessmentId });

    it.each(changes)('%s when the assessment is out of the agency’s hands', async (_, change) => {
      for (const state of ['awaiting-head', 'submitted'] as const) {
        const elsewhere = await anAssessment(db, { state });
        await expect(change(await personOf('agency-officer', elsewhere), elsewhere)).rejects.toMatchObject({ code: 'assessment.state-illegal' });
      }
    });

    it.each(changes)('%s after the close', async (_, change) => {
      const set = await aCriteriaSet(db);
      const closed = await anAssessment(db, { set, cycle: await aCycle(db, { phase: 'self-assessment', windows: selfAssessmentDue(-3, -2) }) });
      await expect(change(await personOf('agency-officer', closed), closed)).rejects.toMatchObject({ code: 'assessment.phase-closed' });
    });

    it.each(changes)('%s by a stranger, as if nothing were there', async (_, change) => {
      const stranger = await aPerson(db, { role: 'agency-officer', agencyId: (await anAgency(db)).id });
      await expect(change(stranger, assessment)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it.each(changes)('%s by the head, who changes nothing', async (_, change) => {
      await expect(change(await personOf('agency-head'), assessment)).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('where there is no such criterion, or the agency is exempt from it', async () => {
      await expect(services.attachments.reference(officer, place('9.9'), { ...REFERENCE, documentNumber: '1' })).rejects.toMatchObject({ code: 'answer.criterion-unknown' });
      const exempted = await anAssessment(db, { exempt: ['1.1'] });
      const attempt = services.attachments.reference(await personOf('agency-officer', exempted), place('1.1', exempted), { ...REFERENCE, documentNumber: '1' });
      await expect(attempt).rejects.toMatchObject({ code: 'answer.criterion-exempt' });
    });
  });

  it('also takes documents for what the appraiser alone scores', async () => {
    await expect(services.attachments.reference(officer, place('2.1'), { ...REFERENCE, documentNumber: '1' })).resolves.toMatchObject({ code: '2.1' });
  });

  it('asks the database a fixed number of times', async () => {
    const document = await aDocument(db, assessment.agencyId);
    expect(await countQueries(db, () => linkTo(document, '1.2'))).toBeLessThanOrEqual(8);
  });
});
