import type { Actor, DescribeEvidenceRequest } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf, actorWith, aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aPdf, aPng } from '../../../test/factories/evidence-file.factory';
import { anUpload, evidenceServices } from '../../../test/factories/evidence-services';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { Assessment } from '../assessment/assessment.entity';
import type { EvidenceDocument } from './evidence-document.entity';
import { EvidenceFile } from './evidence-file.entity';

const DESCRIPTION: DescribeEvidenceRequest = { title: 'Báo cáo năm 2026', documentNumber: '15/BC', issuedOn: '2026-07-01', issuer: 'Sở Tư pháp' };

describe('a document of an agency', () => {
  let db: DataSource;
  let services: Awaited<ReturnType<typeof evidenceServices>>;
  let assessment: Assessment;
  let officer: Actor;
  let document: EvidenceDocument;

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
    officer = await aPerson(db, { role: 'agency-officer', agencyId: assessment.agencyId });
    document = await aDocument(db, assessment.agencyId);
  });

  const standing = (of: Assessment, pinnedFileVersion: number | null = null) => anEvidenceLink(db, { documentId: document.id, assessmentId: of.id, pinnedFileVersion });
  const secondOf = async (state: 'submitted' | 'awaiting-head') => {
    const other = await anAssessment(db);
    await db.query('update assessment set agency_id = $1, state = $2 where id = $3', [assessment.agencyId, state, other.id]);
    return other;
  };
  const audit = () => db.manager.findBy(AuditEvent, { subjectId: document.id });

  describe('described anew', () => {
    const describeIt = (actor = officer, version = 1, request = DESCRIPTION) => services.documents.describe(actor, document.id, version, request);

    it('keeps what it was in the audit log', async () => {
      await standing(assessment);
      expect(await describeIt()).toMatchObject({ ...DESCRIPTION, version: 2 });
      expect(await audit()).toMatchObject([
        {
          event: 'evidence.described',
          payload: {
            before: { title: 'Báo cáo cải cách hành chính', documentNumber: '12/BC-STP', issuedOn: '2026-06-30' },
            after: { title: 'Báo cáo năm 2026', documentNumber: '15/BC', issuedOn: '2026-07-01' },
          },
        },
      ]);
    });

    it('keeps its title where none is given', async () => {
      expect(await describeIt(officer, 1, { ...DESCRIPTION, title: ' ' })).toMatchObject({ title: 'Báo cáo cải cách hành chính' });
    });

    it('is refused in an older version, with the newest', async () => {
      await describeIt();
      await expect(describeIt()).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 2 } });
    });

    it('is refused while it supports anything that is out of the agency’s hands', async () => {
      await standing(assessment);
      await standing(await secondOf('submitted'), 1);
      await expect(describeIt()).rejects.toMatchObject({ code: 'assessment.state-illegal' });
    });

    it('is not there for another agency, nor for the head of its own', async () => {
      await expect(describeIt(actorOf('agency-officer'))).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(describeIt(actorOf('agency-head', assessment.agencyId))).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(services.documents.describe(officer, randomUUID(), 1, DESCRIPTION)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('cannot lose its number while that is all that makes it evidence', async () => {
      await expect(describeIt(officer, 1, { ...DESCRIPTION, documentNumber: '' })).rejects.toMatchObject({ code: 'evidence.link-invalid' });
      await aFileVersion(db, document, 1);
      await expect(describeIt(officer, 1, { ...DESCRIPTION, documentNumber: '' })).resolves.toMatchObject({ documentNumber: '' });
    });
  });

  describe('with a new file', () => {
    const replace = async (content: Buffer, version = 1, actor = officer) => services.documents.replace(actor, document.id, version, anUpload(content, 'bản mới.pdf'));

    it('keeps the former one', async () => {
      const former = await aFileVersion(db, document, 1);
      await standing(assessment);
      const view = await replace(await aPdf('Ban moi'));
      expect(view).toMatchObject({ version: 2, file: { name: 'bản mới.pdf', fileVersion: 2 } });
      expect(await db.manager.find(EvidenceFile, { where: { documentId: document.id }, order: { fileVersion: 'ASC' } })).toMatchObject([{ sha256: former.sha256 }, { sha256: view.file?.sha256 }]);
      expect(await audit()).toMatchObject([{ event: 'evidence.replaced', payload: { before: former.sha256, after: view.file?.sha256 } }]);
    });

    it('becomes a file where it was a reference', async () => {
      expect(await replace(aPng(40))).toMatchObject({ file: { name: 'bản mới.pdf.png', fileVersion: 1 } });
    });

    it('changes nothing where the content is the same', async () => {
      const content = await aPdf('Mot noi dung');
      await replace(content);
      expect(await replace(content, 2)).toMatchObject({ version: 2, file: { fileVersion: 1 } });
      expect(await audit()).toHaveLength(1);
    });

    it('leaves what was submitted with the former one', async () => {
      await aFileVersion(db, document, 1);
      const submitted = await secondOf('submitted');
      await standing(submitted, 1);
      await replace(await aPdf('Sau khi nop'));
      expect(await services.evidence.linksOf(db.manager, submitted.id)).toMatchObject([{ document: { file: { fileVersion: 1 } } }]);
    });

    it('is refused while the head has it before them', async () => {
      await standing(await secondOf('awaiting-head'));
      await expect(services.documents.assertReplaceable(officer, document.id, 1)).rejects.toMatchObject({ code: 'assessment.state-illegal' });
      await expect(replace(await aPdf('Dang cho'))).rejects.toMatchObject({ code: 'assessment.state-illegal' });
    });

    it('is refused in an older version and for strangers, before and after it is read', async () => {
      const stranger = actorOf('agency-officer');
      await expect(services.documents.assertReplaceable(officer, document.id, 2)).rejects.toMatchObject({ code: 'record.version-stale' });
      await expect(services.documents.assertReplaceable(stranger, document.id, 1)).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(services.documents.assertReplaceable(officer, randomUUID(), 1)).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(replace(await aPdf('Ban cu'), 2)).rejects.toMatchObject({ code: 'record.version-stale' });
      await expect(replace(await aPdf('Nguoi la'), 1, stranger)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('is replaced by one of two who do it at once', async () => {
      await Promise.all([db.query('select pg_sleep(0.05)'), db.query('select pg_sleep(0.05)')]);
      const outcomes = await Promise.allSettled([replace(await aPdf('Mot')), replace(await aPdf('Hai'))]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await db.manager.countBy(EvidenceFile, { documentId: document.id })).toBe(1);
    });
  });

  describe('in the library', () => {
    const list = (actor: Actor, query: Parameters<typeof services.evidence.list>[1] = {}) => services.evidence.list(actor, query);
    const titles = async (search: string) => (await list(officer, { search })).items.map(({ title }) => title);

    it('is found without accents by title, number, issuer and the name of any of its files', async () => {
      await aFileVersion(db, await aDocument(db, assessment.agencyId, { title: 'Quyết định kiểm tra', documentNumber: '7/QĐ', issuer: 'Ủy ban' }), 1);
      expect(await titles('quyet dinh')).toEqual(['Quyết định kiểm tra']);
      expect(await titles('7/qd')).toEqual(['Quyết định kiểm tra']);
      expect(await titles('uy ban')).toEqual(['Quyết định kiểm tra']);
      expect(await titles('bao-cao-1.PDF')).toEqual(['Quyết định kiểm tra']);
      expect(await titles('so tu phap')).toEqual(['Báo cáo cải cách hành chính']);
      expect(await titles('100%')).toEqual([]);
    });

    it('is listed newest first, a page at a time, in two queries', async () => {
      await aDocument(db, assessment.agencyId, { title: 'Mới hơn' });
      expect(await list(officer, { pageSize: 1 })).toMatchObject({ total: 2, page: 1, items: [{ title: 'Mới hơn', createdBy: 'Nguyễn Văn A', usedBy: 0 }] });
      expect(await list(officer, { pageSize: 1, page: 2 })).toMatchObject({ total: 2, items: [{ id: document.id }] });
      expect(await countQueries(db, () => list(officer))).toBe(2);
    });

    it('is shown to officers and heads of its agency, and to nobody else', async () => {
      expect((await list(actorOf('agency-head', assessment.agencyId))).total).toBe(1);
      for (const role of ['home-affairs', 'appraiser', 'council-chair', 'leader'] as const) {
        expect((await list(actorOf(role, assessment.agencyId))).total).toBe(0);
      }
      expect((await list(actorOf('agency-officer', (await anAgency(db)).id))).total).toBe(0);
      expect((await list(actorWith([]))).total).toBe(0);
    });
  });
});
