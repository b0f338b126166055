import type { AcceptableRow, Actor } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import type { Cycle } from '../cycle/cycle.entity';
import { AcceptanceAcross } from './acceptance-across.service';
import { AppraisalService } from './appraisal.service';
import { ByCriterion } from './by-criterion.service';

const GROUP = 'so-ban-nganh';

describe('one criterion across all agencies', () => {
  let test: TestApp;
  let province: Province;
  let across: ByCriterion;
  let acceptance: AcceptanceAcross;
  let noiVu: Actor;
  let tuPhap: Actor;
  let cycle: Cycle;
  let agencies: readonly Assessed[];

  const key = (code: string) => ({ cycleId: cycle.id, groupCode: GROUP, code });

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    across = test.app.get(ByCriterion);
    acceptance = test.app.get(AcceptanceAcross);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
    const first = await province.assessed({ cycle });
    const second = await province.assessed({ cycle });
    agencies = [first, second, await province.assessed({ cycle, answers: {} })];
  });

  const ofAgency = async (actor: Actor, code: string, place: number) => (await across.get(actor, key(code))).rows.find(({ assessmentId }) => assessmentId === agencies[place]?.id);

  it('shows the appraiser one row an agency, with what was declared and what is decided', async () => {
    await test.app.get(AppraisalService).decide(tuPhap, { assessmentId: agencies[0]?.id ?? '', code: '1.3', version: 0, request: { kind: 'accept', reason: '', explanationWanted: false, question: '' } });
    const view = await across.get(tuPhap, key('1.3'));
    expect(view).toMatchObject({ groupCode: GROUP, code: '1.3', phase: 'appraisal', criteriaSet: { code: 'thu-nghiem' } });
    expect(view.rows).toHaveLength(3);
    expect(await ofAgency(tuPhap, '1.3', 0)).toMatchObject({ decidable: true, answer: { answer: { value: 4 }, version: 1 }, layers: [{ kind: 'accept', version: 1 }] });
    expect(await ofAgency(tuPhap, '1.3', 2)).toMatchObject({ answer: null, layers: [] });
  });

  it('lets an appraiser choose among the assigned criteria alone, and counts as the worklist does', async () => {
    const { criteria } = await across.choices(tuPhap, cycle.id, GROUP);
    expect(criteria).toEqual([{ code: '1.3', decided: 0, toDecide: 3 }, { code: '2.1', decided: 0, toDecide: 3 }]);
    expect((await across.choices(noiVu, cycle.id, GROUP)).criteria).toHaveLength(8);
    await expect(across.get(tuPhap, key('1.1'))).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(across.choices(tuPhap, cycle.id, 'khong-co')).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it('shows whoever oversees every agency but the own one, and nothing of it to decide that is not theirs', async () => {
    await province.assessed({ cycle, agency: province.noiVu });
    const { rows } = await across.get(noiVu, key('1.3'));
    expect(rows.map(({ agency }) => agency.id)).not.toContain(province.noiVu.id);
    expect(rows.every(({ decidable }) => !decidable)).toBe(true);
    const council = await province.person('council-member', await anAgency(test.db));
    expect((await across.get(council, key('1.3'))).rows).toHaveLength(4);
  });

  it('tells of what is not handed in its state alone', async () => {
    const draft = await province.assessed({ cycle, state: 'drafting' });
    const row = (await across.get(noiVu, key('1.1'))).rows.find(({ assessmentId }) => assessmentId === draft.id);
    expect(row).toMatchObject({ state: 'drafting', answer: null, evidence: [], layers: [], previous: null, decidable: false });
  });

  it('shows what was decided in the year before', async () => {
    const before = await province.cycle('published', 2025);
    const earlier = await province.assessed({ cycle: before, ...(agencies[0] ? { agency: agencies[0].agency } : {}), state: 'final' });
    await aLayer(test.db, earlier.id, { code: '1.1', points: '10' });
    expect(await ofAgency(noiVu, '1.1', 0)).toMatchObject({ previous: { code: '1.1', answer: { numerator: 19, denominator: 20 }, points: 10 } });
    expect(await ofAgency(noiVu, '1.1', 1)).toMatchObject({ previous: null });
  });

  it('reads any number of agencies in as many queries', async () => {
    const few = await countQueries(test.db, () => across.get(noiVu, key('1.1')));
    await Promise.all([1, 2, 3, 4].map(() => province.assessed({ cycle })));
    expect(await countQueries(test.db, () => across.get(noiVu, key('1.1')))).toEqual(few);
  });

  describe('accepting', () => {
    const rowsOf = (rows: readonly AcceptableRow[]): readonly AcceptableRow[] => rows.map(({ assessmentId, version, answerVersion }) => ({ assessmentId, version, answerVersion }));

    it('writes exactly what the preview showed', async () => {
      const preview = await acceptance.preview(tuPhap, key('1.3'), {});
      expect(preview.accepted.map(({ assessmentId }) => assessmentId).sort()).toEqual([agencies[0]?.id, agencies[1]?.id].sort());
      expect(preview.left).toEqual([expect.objectContaining({ id: agencies[2]?.agency.id })]);
      const written = await acceptance.accept(tuPhap, key('1.3'), { rows: rowsOf(preview.accepted) });
      expect(written.accepted.map((row) => row.assessmentId).sort()).toEqual(preview.accepted.map((row) => row.assessmentId).sort());
      const { rows } = await across.get(tuPhap, key('1.3'));
      expect(rows.filter(({ layers }) => layers.length > 0).map(({ assessmentId }) => assessmentId).sort()).toEqual(preview.accepted.map((row) => row.assessmentId).sort());
      for (const row of preview.accepted) {
        expect(rows.find(({ assessmentId }) => assessmentId === row.assessmentId)?.layers).toMatchObject([{ kind: 'accept', answer: row.answer, points: row.points }]);
      }
    });

    it('narrows the preview to the rows that are chosen, and changes nothing by it', async () => {
      const preview = await acceptance.preview(tuPhap, key('1.3'), { assessmentIds: [agencies[1]?.id ?? ''] });
      expect(preview.accepted.map(({ assessmentId }) => assessmentId)).toEqual([agencies[1]?.id]);
      expect((await across.get(tuPhap, key('1.3'))).rows.every(({ layers }) => layers.length === 0)).toBe(true);
    });

    it('writes none of them where one was decided, or declared anew, since the preview', async () => {
      const { accepted } = await acceptance.preview(tuPhap, key('1.3'), {});
      await test.app.get(AppraisalService).decide(tuPhap, { assessmentId: agencies[0]?.id ?? '', code: '1.3', version: 0, request: { kind: 'accept', reason: '', explanationWanted: false, question: '' } });
      await expect(acceptance.accept(tuPhap, key('1.3'), { rows: rowsOf(accepted) })).rejects.toMatchObject({ code: 'record.version-stale' });
      expect((await ofAgency(tuPhap, '1.3', 1))?.layers).toEqual([]);
      const again = await acceptance.preview(tuPhap, key('1.3'), {});
      const older = rowsOf(again.accepted).map((row) => ({ ...row, answerVersion: row.answerVersion - 1 }));
      await expect(acceptance.accept(tuPhap, key('1.3'), { rows: older })).rejects.toMatchObject({ code: 'record.version-stale' });
    });

    it('accepts nothing that is another appraiser\'s, or the own agency\'s', async () => {
      const { accepted } = await acceptance.preview(tuPhap, key('1.3'), {});
      expect((await acceptance.preview(noiVu, key('1.3'), {})).accepted).toEqual([]);
      await expect(acceptance.accept(noiVu, key('1.3'), { rows: rowsOf(accepted) })).rejects.toMatchObject({ code: 'record.version-stale' });
      await expect(acceptance.accept(tuPhap, key('1.3'), {})).rejects.toMatchObject({ code: 'appraisal.nothing-to-accept' });
    });
  });
});
