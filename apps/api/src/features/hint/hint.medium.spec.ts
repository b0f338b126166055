import type { Actor, HintView } from '@par-index/contract';
import { Readable } from 'node:stream';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, DECLARED, type Province } from '../../../test/factories/province.factory';
import { aUser } from '../../../test/factories/user.factory';
import { EvidenceStore } from '../../platform/files/evidence-store';
import type { Cycle } from '../cycle/cycle.entity';
import { EvidenceFile } from '../evidence/evidence-file.entity';
import { EvidenceFact } from './evidence-fact.entity';
import { HintService } from './hint.service';
import { SignatureReading } from './signature-reading.service';

const GROUP = 'so-ban-nganh';
const WORDS = { reason: 'Đã đối chiếu bản giấy' };

describe('hints', () => {
  let test: TestApp;
  let province: Province;
  let hints: HintService;
  let noiVu: Actor;
  let tuPhap: Actor;
  let cycle: Cycle;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    hints = test.app.get(HintService);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
    assessed = await province.assessed({ cycle });
  });

  const of = async (actor: Actor, id = assessed.id): Promise<readonly HintView[]> => (await hints.ofAssessment(actor, id)).hints;
  const kinds = async (actor: Actor, id = assessed.id) => (await of(actor, id)).map(({ code, kind }) => [code, kind]);
  /** A document of another year under a criterion. */
  const oldDocument = async ({ id, agency }: Assessed, code = '1.1', issuedOn = '2024-05-01') => {
    const document = await aDocument(test.db, agency.id, { issuedOn, title: 'Kế hoạch' });
    return { document, link: await anEvidenceLink(test.db, { documentId: document.id, assessmentId: id, code }) };
  };
  const dismiss = async (actor: Actor, { key, code }: HintView, reason = WORDS.reason) => hints.dismiss(actor, { assessmentId: assessed.id, code, request: { key, reason } });
  const first = async (actor = noiVu): Promise<HintView> => {
    const [hint] = await of(actor);
    if (!hint) throw new Error('There is no hint');
    return hint;
  };

  describe('found in the data', () => {
    it('are none where there is nothing to say', async () => {
      expect(await of(noiVu)).toEqual([]);
    });

    it('point out the document of another year, with its link', async () => {
      const { link } = await oldDocument(assessed);
      expect(await of(noiVu)).toMatchObject([{ code: '1.1', kind: 'dated-outside-year', linkId: link.id, sentence: expect.stringContaining('01/05/2024') as string, dismissal: null }]);
    });

    it('point out points and ratios unlike those of the published year before', async () => {
      const before = await province.cycle('published', 2025);
      const earlier = await province.assessed({ cycle: before, agency: assessed.agency, state: 'final' });
      await aLayer(test.db, earlier.id, { code: '1.1', answer: { numerator: 40, denominator: 100 }, points: '2' });
      expect(await kinds(noiVu)).toEqual([['1.1', 'far-from-history'], ['1.1', 'ratio-jumped']]);
    });

    it('point out who gives themselves something else than all others, of what is handed in alone', async () => {
      for (const state of ['drafting', 'submitted', 'submitted', 'submitted'] as const) {
        await province.assessed({ cycle, state, answers: { ...DECLARED, '1.2': { choice: 'du' } } });
      }
      const isFar = async () => (await kinds(noiVu)).some(([code, kind]) => code === '1.2' && kind === 'far-from-group');
      expect(await isFar()).toBe(false);
      await province.assessed({ cycle, answers: { ...DECLARED, '1.2': { choice: 'du' } } });
      expect(await isFar()).toBe(true);
    });

    it('name the other agency that handed in the same bytes, once it is handed in', async () => {
      const { document } = await oldDocument(assessed, '1.1', '2026-05-01');
      const file = await aFileVersion(test.db, document, 1);
      const other = await province.assessed({ cycle, state: 'drafting' });
      const { document: copy } = await oldDocument(other, '1.2', '2026-05-01');
      await test.db.manager.insert(EvidenceFile, { documentId: copy.id, fileVersion: 1, sha256: file.sha256, fileName: 'khac.pdf', createdBy: copy.createdBy });
      expect(await of(noiVu)).toEqual([]);
      const third = await province.assessed({ cycle });
      const { document: again } = await oldDocument(third, '1.2', '2026-05-01');
      await test.db.manager.insert(EvidenceFile, { documentId: again.id, fileVersion: 1, sha256: file.sha256, fileName: 'khac.pdf', createdBy: again.createdBy });
      expect(await of(noiVu)).toMatchObject([{ kind: 'shared-file', sentence: expect.stringContaining(third.agency.name) as string }]);
    });

    it('tell what a PDF says of the time of its signature, once it was read', async () => {
      const bytes = Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type /Sig /ByteRange [0 1 2 3] /M (D:20240501080000+07'00')>>\nendobj\n%%EOF`, 'latin1');
      const { sha256 } = await test.app.get(EvidenceStore).put(Readable.from([bytes]), { maxBytes: 10_000 });
      await test.db.query(`insert into evidence_blob (sha256, bytes, media_type) values ($1, $2, 'application/pdf') on conflict do nothing`, [sha256, bytes.length]);
      const { document } = await oldDocument(assessed, '1.1', '2026-05-01');
      await test.db.manager.insert(EvidenceFile, { documentId: document.id, fileVersion: 1, sha256, fileName: 'ky.pdf', createdBy: document.createdBy });
      expect(await of(noiVu)).toEqual([]);
      while ((await test.app.get(SignatureReading).readNew()) > 0);
      expect(await of(noiVu)).toMatchObject([{ kind: 'signed-outside-year', sentence: expect.stringContaining('Thời điểm ký ghi trong tệp') as string }]);
      expect(await test.db.manager.findOneBy(EvidenceFact, { sha256 })).toMatchObject({ signatures: [{ signedAt: '2024-05-01T01:00:00.000Z', hasByteRange: true }] });
    });

    it('note a file that is not there as unreadable, and do not try it again', async () => {
      const { document } = await oldDocument(assessed);
      const { sha256 } = await aFileVersion(test.db, document, 1);
      while ((await test.app.get(SignatureReading).readNew()) > 0);
      expect(await test.db.manager.findOneBy(EvidenceFact, { sha256 })).toMatchObject({ signatures: null });
    });

    it('leave out what was taken off, and what does not count', async () => {
      const { link } = await oldDocument(assessed);
      await test.db.query('insert into participant_exemption (participant_id, code, reason) values ($1, $2, $3)', [assessed.assessment.participantId, '1.1', 'Không có']);
      expect(await of(noiVu)).toEqual([]);
      expect((await hints.ofCriterion(noiVu, { cycleId: cycle.id, groupCode: GROUP, code: '1.1' })).assessments).toEqual([]);
      expect(link.removedAt).toBeNull();
    });
  });

  describe('for who appraises or reads', () => {
    it('are those of the assigned criteria alone, for the council all of them', async () => {
      await oldDocument(assessed, '1.1');
      await oldDocument(assessed, '1.3');
      expect(await kinds(tuPhap)).toEqual([['1.3', 'dated-outside-year']]);
      expect(await kinds(await province.person('council-member', await anAgency(test.db)))).toHaveLength(2);
      await expect(of(await province.person('appraiser', await anAgency(test.db)))).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it.each(['agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member', 'council-chair'] as const)('are never told to the assessed agency, as %s', async (role) => {
      await oldDocument(assessed, '1.3');
      const own = await province.person(role, assessed.agency);
      await expect(of(own)).rejects.toMatchObject({ code: expect.stringMatching(/access.own-agency|record.not-found/) as string });
      expect((await hints.ofCriterion(own, { cycleId: cycle.id, groupCode: GROUP, code: '1.3' })).assessments).toEqual([]);
      const hint = await first(tuPhap);
      await expect(dismiss(own, hint)).rejects.toMatchObject({ code: expect.stringMatching(/^access|record.not-found/) as string });
    });

    it('are none before it is handed in', async () => {
      const draft = await province.assessed({ cycle, state: 'drafting' });
      await oldDocument(draft);
      expect(await of(noiVu, draft.id)).toEqual([]);
      expect((await hints.ofCriterion(noiVu, { cycleId: cycle.id, groupCode: GROUP, code: '1.1' })).assessments).toEqual([]);
    });
  });

  it('are read of any number of agencies, or criteria, in as many queries', async () => {
    await oldDocument(assessed);
    const place = { cycleId: cycle.id, groupCode: GROUP, code: '1.1' };
    const [one, many] = [await countQueries(test.db, () => hints.ofCriterion(noiVu, place)), await countQueries(test.db, () => of(noiVu))];
    for (const further of [1, 2, 3]) {
      await oldDocument(await province.assessed({ cycle }), '1.1', `2024-0${further}-01`);
      await oldDocument(assessed, '1.2');
    }
    expect((await hints.ofCriterion(noiVu, place)).assessments).toHaveLength(4);
    expect(await countQueries(test.db, () => hints.ofCriterion(noiVu, place))).toBe(one);
    expect(await countQueries(test.db, () => of(noiVu))).toBe(many);
  });

  describe('put aside', () => {
    beforeEach(() => oldDocument(assessed));

    it('stay readable with who and why, and can be taken up again', async () => {
      const hint = await first();
      expect(await dismiss(noiVu, hint)).toMatchObject({ key: hint.key, dismissal: { reason: WORDS.reason } });
      expect(await first()).toMatchObject({ dismissal: { reason: WORDS.reason, at: expect.any(String) as string } });
      const request = { assessmentId: assessed.id, code: hint.code, request: { key: hint.key } };
      expect(await hints.restore(noiVu, request)).toMatchObject({ dismissal: null });
      const events: readonly { readonly event: string }[] = await test.db.query(`select event, payload from audit_event where subject_id = $1 and event like 'hint.%' order by at, event`, [assessed.id]);
      expect(events).toMatchObject([{ event: 'hint.dismissed', payload: { code: '1.1', reason: WORDS.reason } }, { event: 'hint.restored' }]);
      expect(await dismiss(noiVu, hint, 'Lần hai')).toMatchObject({ dismissal: { reason: 'Lần hai' } });
    });

    it('come back when the facts change', async () => {
      const hint = await first();
      await dismiss(noiVu, hint);
      await test.db.query(`update evidence_document set issued_on = '2024-06-01' where agency_id = $1`, [assessed.agency.id]);
      const changed = await first();
      expect(changed.key).not.toBe(hint.key);
      expect(changed.dismissal).toBeNull();
    });

    it('are refused without a reason, where there is no such hint, and to who does not appraise the criterion', async () => {
      const hint = await first();
      await expect(dismiss(noiVu, hint, '  ')).rejects.toMatchObject({ code: 'reason.required' });
      await expect(dismiss(noiVu, { ...hint, key: 'dated-outside-year.0' })).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(dismiss(tuPhap, hint)).rejects.toMatchObject({ code: 'access.not-assigned' });
      await expect(dismiss(await province.person('council-member', await anAgency(test.db)), hint)).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('keep the first of two reasons given at once', async () => {
      const hint = await first();
      const given = await Promise.all([dismiss(noiVu, hint, 'Một'), dismiss(noiVu, hint, 'Hai')]);
      expect(new Set(given.map(({ dismissal }) => dismissal?.reason)).size).toBe(1);
    });

    it('are neither deleted nor changed, nor by anybody of the agency, in the database too', async () => {
      await dismiss(noiVu, await first());
      const refused = { driverError: { code: '23001' } };
      await expect(test.db.query('delete from hint_dismissal')).rejects.toMatchObject(refused);
      await expect(test.db.query(`update hint_dismissal set reason = 'khác'`)).rejects.toMatchObject(refused);
      const own = await aUser(test.db, { hasPassword: false, grants: [{ role: 'agency-officer', agencyId: assessed.agency.id }] });
      await expect(test.db.query(`insert into hint_dismissal (assessment_id, code, hint_key, reason, dismissed_by) values ($1, '1.1', 'x', 'y', $2)`, [assessed.id, own.id])).rejects.toMatchObject(refused);
    });
  });
});
