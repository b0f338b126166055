import type { CouncilItemView, Page, PetitionRevisionView, PetitionsView, PetitionView, PublicationCheck, WorkView } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { LOSSES } from '../../../test/factories/explaining.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';

const PETITION = { reasonCode: 'document-overlooked', text: 'Báo cáo số 12 đã nộp ngày 05/12' };

describe('petitions against the preliminary result', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let chair: Browser;
  let one: Assessed;
  let officer: Browser;
  let head: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    chair = await test.signedInAs([{ role: 'council-chair', agencyId: (await anAgency(test.db)).id }]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    ({ one, officer, head } = await preliminary());
  });

  /** A decided assessment whose preliminary result is out, in a cycle of its own. */
  async function preliminary(agency?: Assessed['agency']) {
    const cycle = await province.cycle('preliminary');
    const assessed = await province.assessed({ cycle, state: 'decided', ...(agency ? { agency } : {}) });
    for (const loss of LOSSES) {
      await aLayer(test.db, assessed.id, loss);
    }
    const agencyId = assessed.agency.id;
    return {
      one: assessed,
      officer: await test.signedInAs([{ role: 'agency-officer', agencyId }]),
      head: await test.signedInAs([{ role: 'agency-head', agencyId }]),
    };
  }

  const write = (browser: Browser, body: object = PETITION, version = 0, code = '1.1') =>
    browser.put(`/api/v1/assessments/${one.id}/petitions/${code}`).set('if-match', `"${version}"`).send(body);
  const file = (browser: Browser, { id, version }: PetitionView) => browser.post(`/api/v1/petitions/${id}/filing`).set('if-match', `"${version}"`).send({});
  const answer = (browser: Browser, { id, version }: PetitionView, body: object) => browser.post(`/api/v1/petitions/${id}/answer`).set('if-match', `"${version}"`).send(body);
  const listOf = async (browser: Browser): Promise<PetitionsView> => (await browser.get(`/api/v1/assessments/${one.id}/petitions`).expect(200)).body as PetitionsView;
  const desk = async (browser: Browser): Promise<Page<PetitionView>> => (await browser.get(`/api/v1/cycles/${one.assessment.cycleId}/petitions`).expect(200)).body as Page<PetitionView>;
  const filed = async (): Promise<PetitionView> => {
    const draft = (await write(officer).expect(200)).body as PetitionView;
    return (await file(head, draft).expect(200)).body as PetitionView;
  };
  const blockers = async () => ((await noiVu.get(`/api/v1/cycles/${one.assessment.cycleId}/publication-check`).expect(200)).body as PublicationCheck).blockers.map(({ kind, codes }) => [kind, codes]);

  it('are written by the officer, filed by the head and answered by Sở Nội vụ, each step kept', async () => {
    const draft = (await write(officer).expect(200)).body as PetitionView;
    expect(draft).toMatchObject({ state: 'draft', ...PETITION, title: expect.any(String), openActions: ['write'], version: 1 });
    const edited = (await write(officer, { ...PETITION, text: 'Báo cáo số 12, trang 4' }, 1).expect(200)).body as PetitionView;
    expect((await file(officer, edited)).status).toBe(403);
    const sent = (await file(head, edited).expect(200)).body as PetitionView;
    expect(sent).toMatchObject({ state: 'filed', late: false, openActions: [], version: 3 });
    const answered = await answer(noiVu, sent, { decision: 'reject', text: 'Báo cáo không có phụ lục' }).expect(200);
    expect(answered.body).toMatchObject({ state: 'rejected', answer: 'Báo cáo không có phụ lục', itemId: null, openActions: [] });
    const history = (await officer.get(`/api/v1/petitions/${sent.id}/history`).expect(200)).body as readonly PetitionRevisionView[];
    expect(history.map(({ version, state }) => [version, state])).toEqual([[4, 'rejected'], [3, 'filed'], [2, 'draft'], [1, 'draft']]);
    const lines = await test.db.manager.findBy(AuditEvent, { subjectId: one.id });
    expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['petition.written', 'petition.filed', 'petition.answered']));
  });

  it('are forwarded to the council, whose decision becomes the layer in force', async () => {
    const { body } = await answer(noiVu, await filed(), { decision: 'forward', text: 'Trình Hội đồng xem xét' }).expect(200);
    const petition = body as PetitionView;
    expect(petition).toMatchObject({ state: 'forwarded', outcome: null });
    const address = `/api/v1/council-items/${petition.itemId}`;
    const item = (await chair.get(address).expect(200)).body as CouncilItemView;
    expect(item).toMatchObject({ origin: 'petition', state: 'voting', reason: PETITION.text });
    expect(await blockers()).toContainEqual(['council-item-open', ['1.1']]);
    const agency = item.proposals.find(({ kind }) => kind === 'agency');
    await chair.put(`${address}/vote`).set('if-match', '"0"').send({ proposalId: agency?.id }).expect(200);
    await chair.post(`${address}/closing`).set('if-match', `"${item.version}"`).send({ reason: '' }).expect(200);
    expect((await listOf(officer)).petitions).toMatchObject([{ outcome: 'majority' }]);
    expect(await test.db.query(`select points from appraisal_layer where assessment_id = $1 and code = '1.1' and layer = 'council'`, [one.id])).toEqual([{ points: '20.0000' }]);
    expect((await blockers()).map(([kind]) => kind)).not.toContain('council-item-open');
  });

  it('hold up the publication until they are answered', async () => {
    expect((await blockers()).map(([kind]) => kind)).not.toContain('petition-open');
    const petition = await filed();
    expect(await blockers()).toContainEqual(['petition-open', ['1.1']]);
    const { version } = ((await test.db.query('select version from cycle where id = $1', [one.assessment.cycleId])) as { version: number }[])[0] ?? { version: 0 };
    const refused = await noiVu.post(`/api/v1/cycles/${one.assessment.cycleId}/publication`).set('if-match', `"${version}"`).send({ reason: 'Công bố' });
    expect(refused.body).toMatchObject({ code: 'cycle.publish-blocked', errors: expect.arrayContaining([expect.objectContaining({ code: 'petition-open' })]) });
    await answer(noiVu, petition, { decision: 'reject', text: 'Không đủ căn cứ' }).expect(200);
    expect((await blockers()).map(([kind]) => kind)).not.toContain('petition-open');
  });

  it('are nobody else’s while they are drafts', async () => {
    await write(officer).expect(200);
    expect((await listOf(noiVu)).petitions).toEqual([]);
    expect((await desk(noiVu)).items).toEqual([]);
    const petition = (await listOf(head)).petitions[0] as PetitionView;
    await noiVu.get(`/api/v1/petitions/${petition.id}/history`).expect(404);
    await file(head, petition).expect(200);
    expect((await desk(noiVu)).items.map(({ code, openActions }) => [code, openActions])).toEqual([['1.1', ['answer']]]);
    const history = (await noiVu.get(`/api/v1/petitions/${petition.id}/history`).expect(200)).body as readonly PetitionRevisionView[];
    expect(history.map(({ state }) => state)).toEqual(['filed']);
  });

  it('are not there for another agency', async () => {
    const other = await test.signedInAs([{ role: 'agency-head', agencyId: (await anAgency(test.db)).id }]);
    const petition = await filed();
    await other.get(`/api/v1/assessments/${one.id}/petitions`).expect(404);
    await other.get(`/api/v1/petitions/${petition.id}/history`).expect(404);
    expect((await write(other)).status).toBe(404);
    expect((await file(other, petition)).status).toBe(404);
  });

  it('change no more once they are filed, nor once they are answered, in the database as well', async () => {
    const petition = await filed();
    expect((await write(officer, PETITION, petition.version)).body).toMatchObject({ status: 409, code: 'petition.settled' });
    await expect(test.db.query(`update petition set text = 'khác' where id = $1`, [petition.id])).rejects.toThrow('settled');
    await answer(noiVu, petition, { decision: 'reject', text: 'Không đủ căn cứ' }).expect(200);
    expect((await answer(noiVu, { ...petition, version: 3 }, { decision: 'forward', text: 'Xem lại' })).body).toMatchObject({ code: 'petition.settled' });
    await expect(test.db.query(`update petition set answer = 'khác' where id = $1`, [petition.id])).rejects.toThrow('settled');
    await expect(test.db.query('delete from petition_revision where petition_id = $1', [petition.id])).rejects.toThrow();
    await expect(test.db.query('delete from petition where id = $1', [petition.id])).rejects.toThrow();
  });

  it.each([
    [{ ...PETITION, reasonCode: 'weather' }, '/reasonCode'],
    [{ reasonCode: 'other' }, '/text'],
    [{ ...PETITION, more: 1 }, '/more'],
  ])('are refused with the name of the field: %j', async (body, pointer) => {
    const refused = (await write(officer, body).expect(422)).body as { readonly errors: readonly { readonly pointer: string }[] };
    expect(refused.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('are refused for a criterion that is not there, without a text, and on an old version', async () => {
    expect((await write(officer, PETITION, 0, '9.9')).body).toMatchObject({ code: 'answer.criterion-unknown' });
    const empty = (await write(officer, { ...PETITION, text: ' ' }).expect(200)).body as PetitionView;
    expect((await file(head, empty)).body).toMatchObject({ code: 'reason.required' });
    expect((await write(officer, PETITION, 0)).status).toBe(412);
    expect((await answer(noiVu, await filedOver(), { decision: 'reject', text: ' ' })).body).toMatchObject({ code: 'reason.required' });
  });

  const filedOver = async (): Promise<PetitionView> => {
    const written = (await write(officer, PETITION, 1).expect(200)).body as PetitionView;
    return (await file(head, written).expect(200)).body as PetitionView;
  };

  it('are late between deadline and close, and refused after it', async () => {
    const due = (deadline: Date, close: Date) =>
      test.db.query(`update cycle_window set opens_at = $2::timestamptz - interval '9 days', deadline_at = $2, close_at = $3 where cycle_id = $1 and phase = 'preliminary'`, [one.assessment.cycleId, deadline, close]);
    const draft = (await write(officer).expect(200)).body as PetitionView;
    await due(daysFromNow(-2), daysFromNow(-1));
    expect((await file(head, draft)).body).toMatchObject({ status: 409, code: 'petition.phase-closed' });
    expect((await listOf(officer)).lockedBecause).toContain('Hiện không phải lúc kiến nghị');
    await due(daysFromNow(-1), daysFromNow(1));
    expect((await file(head, draft).expect(200)).body).toMatchObject({ late: true });
  });

  it('go by the agency’s own deadline and close, where they were extended for petitions', async () => {
    const close = (closeAt: Date) =>
      test.db.query(`update cycle_window set opens_at = $2::timestamptz - interval '9 days', deadline_at = $2, close_at = $2 where cycle_id = $1 and phase = 'preliminary'`, [one.assessment.cycleId, closeAt]);
    const workOf = async (browser: Browser) =>
      ((await browser.get('/api/v1/work').expect(200)).body as WorkView).items.filter(({ kind, cycleId }) => kind === 'file-petitions' && cycleId === one.assessment.cycleId);
    const draft = (await write(officer).expect(200)).body as PetitionView;
    await close(daysFromNow(-1));
    await anExtension(test.db, one.assessment.participantId, { phase: 'explanation', deadlineAt: daysFromNow(3), closeAt: daysFromNow(4) });
    expect((await file(head, draft)).body).toMatchObject({ code: 'petition.phase-closed' });
    expect([await workOf(head), (await listOf(officer)).extension]).toEqual([[], null]);
    await anExtension(test.db, one.assessment.participantId, { phase: 'preliminary', deadlineAt: daysFromNow(3), closeAt: daysFromNow(4) });
    const window = { deadlineAt: daysFromNow(3).toISOString(), closeAt: daysFromNow(4).toISOString() };
    expect(await listOf(officer)).toMatchObject({ mayWrite: true, window, extension: { phase: 'preliminary', reason: 'Bão lũ', ...window } });
    expect(await workOf(head)).toMatchObject([{ urgency: 'due', ...window }]);
    await anExtension(test.db, one.assessment.participantId, { phase: 'preliminary', deadlineAt: daysFromNow(-0.5), closeAt: daysFromNow(1) });
    expect(await workOf(head)).toMatchObject([{ urgency: 'late' }]);
    expect((await file(head, draft).expect(200)).body).toMatchObject({ late: true });
  });

  it('of the lead agency itself are the chair’s to answer', async () => {
    ({ one, officer, head } = await preliminary(province.noiVu));
    const petition = await filed();
    expect((await answer(noiVu, petition, { decision: 'reject', text: 'x' })).status).toBe(404);
    expect((await desk(noiVu)).items).toEqual([]);
    expect((await answer(chair, petition, { decision: 'reject', text: 'Không đủ căn cứ' }).expect(200)).body).toMatchObject({ state: 'rejected' });
  });

  it('stand in the work of the head who signs them, and of whoever answers them', async () => {
    const workOf = async (browser: Browser) =>
      ((await browser.get('/api/v1/work').expect(200)).body as WorkView).items.filter(({ kind, cycleId }) => kind.endsWith('petitions') && cycleId === one.assessment.cycleId).map(({ kind, details }) => [kind, details]);
    const draft = (await write(officer).expect(200)).body as PetitionView;
    expect([await workOf(head), await workOf(noiVu), await workOf(officer)]).toEqual([[['file-petitions', { count: 1 }]], [], []]);
    const sent = (await file(head, draft).expect(200)).body as PetitionView;
    expect([await workOf(head), await workOf(noiVu), await workOf(chair)]).toEqual([[], [['answer-petitions', { count: 1 }]], []]);
    await answer(noiVu, sent, { decision: 'reject', text: 'Không đủ căn cứ' }).expect(200);
    expect(await workOf(noiVu)).toEqual([]);
  });

  it('are listed in as many queries for many as for few', async () => {
    await filed();
    const few = await countQueries(test.db, () => desk(noiVu));
    for (const code of ['1.2', '2.1', '4.1']) {
      const draft = (await write(officer, PETITION, 0, code).expect(200)).body as PetitionView;
      await file(head, draft).expect(200);
    }
    expect(await countQueries(test.db, () => desk(noiVu))).toBe(few);
    expect(await countQueries(test.db, () => listOf(officer))).toBeLessThanOrEqual(12);
  });
});
