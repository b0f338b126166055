import type { Actor, DecideRequest, Phase } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AppraisalService } from '../appraisal/appraisal.service';
import { AssessmentService } from '../assessment/assessment.service';
import { CycleClock } from '../cycle/clock.service';
import { Cycle } from '../cycle/cycle.entity';
import { PhaseService } from '../cycle/phase.service';

const KEEP: DecideRequest = { kind: 'keep', reason: 'Báo cáo không nêu số liệu này', explanationWanted: false, question: '' };

describe('the round of explanation', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Actor;
  let tuPhap: Actor;
  let one: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    one = await anExplaining(province);
  });

  const open = async (to: Phase): Promise<void> => {
    const { id, version } = await test.db.manager.findOneByOrFail(Cycle, { id: one.assessment.cycleId });
    await test.app.get(PhaseService).open(noiVu, id, version, { to, reason: 'Theo kế hoạch' });
  };
  const effects = async () => (await test.app.get(PhaseService).preview(noiVu, one.assessment.cycleId)).effects;
  const tick = () => test.app.get(CycleClock).tick();
  const rowOf = async ({ id }: Assessed = one) => {
    const [row]: readonly { readonly state: string; readonly version: number }[] = await test.db.query('select state, version from assessment where id = $1', [id]);
    return row;
  };
  const roundOf = async ({ id }: Assessed = one) => {
    const [row] = await test.db.query('select submitted_at, silent_at, late from explanation_round where assessment_id = $1', [id]);
    return row as { submitted_at: Date | null; silent_at: Date | null; late: boolean } | undefined;
  };
  const movesOf = async () => {
    const lines = await test.db.query(`select payload->>'action' as action from audit_event where subject_id = $1 and event = 'assessment.moved' order by at, id`, [one.id]);
    return (lines as { action: string }[]).map(({ action }) => action).toSorted();
  };
  const close = () =>
    test.db.query(`update cycle_window set opens_at = $2, deadline_at = $3, close_at = $4 where cycle_id = $1 and phase = 'explanation'`, [
      ...[one.assessment.cycleId, daysFromNow(-9), daysFromNow(-2), daysFromNow(-1)],
    ]);
  const extend = () => anExtension(test.db, one.assessment.participantId, { phase: 'explanation', deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) });
  const submit = async () => {
    const head = await province.person('agency-head', one.agency);
    await test.app.get(AssessmentService).move(head, one.id, (await rowOf())?.version ?? 0, { action: 'submit-explanation' });
  };
  const decide = (actor: Actor, code: string, request: DecideRequest = KEEP, version = 0) =>
    test.app.get(AppraisalService).decide(actor, { assessmentId: one.id, code, version, request });

  describe('opens with the differences', () => {
    it('and once', async () => {
      const cycle = await province.cycle('appraisal');
      one = await province.assessed({ cycle });
      await decide(noiVu, '1.1', { kind: 'award', awarded: 1, reason: 'Thiếu', explanationWanted: false, question: '' });
      await open('explanation');
      expect(await rowOf()).toMatchObject({ state: 'explaining' });
      expect(await roundOf()).toMatchObject({ submitted_at: null, silent_at: null });
    });

    it('of a figure of the survey as well, and of a mere question', async () => {
      const cycle = await province.cycle('appraisal');
      one = await province.assessed({ cycle });
      await decide(noiVu, '1.1', { kind: 'accept', reason: '', explanationWanted: true, question: 'Báo cáo nào?' });
      const other = await province.assessed({ cycle });
      await test.db.query(`insert into appraisal_layer (assessment_id, code, layer, kind, answer, decided_by) values ($1, '2.2', 'base', 'correct', '{"percent": 80}', $2)`, [other.id, noiVu.id]);
      await open('explanation');
      expect([await rowOf(), await rowOf(other)]).toMatchObject([{ state: 'explaining' }, { state: 'explaining' }]);
    });
  });

  describe('is silent at the close', () => {
    it('when the clock ticks, and done with', async () => {
      await anExplanation(province, one.id);
      await close();
      await tick();
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
      expect(await roundOf()).toMatchObject({ submitted_at: null, silent_at: expect.any(Date) });
      expect(await movesOf()).toEqual(['complete-reappraisal', 'silence']);
    });

    it('not before it', async () => {
      await tick();
      expect(await rowOf()).toMatchObject({ state: 'explaining' });
    });

    it('not while an extension runs', async () => {
      await close();
      await extend();
      await tick();
      expect(await rowOf()).toMatchObject({ state: 'explaining' });
    });

    it('once, however often the clock ticks', async () => {
      await close();
      await tick();
      await tick();
      expect(await movesOf()).toEqual(['complete-reappraisal', 'silence']);
    });
  });

  describe('ends when the second appraisal opens', () => {
    it('in silence, and says so beforehand', async () => {
      expect(await effects()).toEqual(['1 hồ sơ không gửi giải trình được hiểu là đồng ý với kết quả thẩm định.']);
      await open('reappraisal');
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
      expect(await roundOf()).toMatchObject({ silent_at: expect.any(Date) });
    });

    it('not for who was given more time: it explains on, is appraised when it has, and is silent when the council opens', async () => {
      await extend();
      expect(await effects()).toEqual(['1 hồ sơ được gia hạn vẫn tiếp tục giải trình.']);
      await open('reappraisal');
      expect(await rowOf()).toMatchObject({ state: 'explaining' });
      await anExplanation(province, one.id);
      await submit();
      expect(await rowOf()).toMatchObject({ state: 'explained' });
      await decide(noiVu, '1.1');
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
    });

    it('at the latest with the opening of the council', async () => {
      await extend();
      await open('reappraisal');
      await open('council');
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
      expect(await movesOf()).toEqual(['complete-reappraisal', 'silence']);
    });
  });

  describe('is followed by appraisal 2', () => {
    beforeEach(async () => {
      await anExplanation(province, one.id);
      await anExplanation(province, one.id, { code: '2.1' });
      await anExplanation(province, one.id, { code: '4.1', stance: 'agree', text: '' });
      await submit();
      await open('reappraisal');
    });

    it('of what was explained, until the last of it is decided', async () => {
      expect(await decide(noiVu, '1.1')).toMatchObject({ state: 'explained', decided: 1, toDecide: 1, layer: { layer: 'appraisal-2', kind: 'correct', points: 10 } });
      expect(await decide(tuPhap, '2.1', { ...KEEP, kind: 'correct', answer: { points: 9 } })).toMatchObject({ state: 'reappraised', layer: { points: 9 } });
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
    });

    it('and of nothing else', async () => {
      await expect(decide(noiVu, '4.1')).rejects.toMatchObject({ code: 'appraisal.not-explained' });
      await expect(decide(noiVu, '1.2')).rejects.toMatchObject({ code: 'appraisal.not-explained' });
      await expect(decide(noiVu, '2.2')).rejects.toMatchObject({ code: 'access.not-assigned' });
    });

    it('takes the agency\'s own answer, with a reason where the points change', async () => {
      await expect(decide(noiVu, '1.1', { ...KEEP, kind: 'accept', reason: '' })).rejects.toMatchObject({ code: 'appraisal.reason-required' });
      expect(await decide(noiVu, '1.1', { ...KEEP, kind: 'accept', reason: 'Báo cáo bổ sung đúng' })).toMatchObject({ layer: { kind: 'accept', points: 20 } });
    });

    it('can be changed until the council opens, and no question is asked any more', async () => {
      await decide(noiVu, '1.1', { ...KEEP, explanationWanted: true, question: 'Nữa?' });
      await decide(tuPhap, '2.1');
      expect(await decide(noiVu, '1.1', { ...KEEP, kind: 'award', awarded: 15, reason: 'Xem lại' }, 1)).toMatchObject({ layer: { explanationWanted: false, question: '', points: 15 }, state: 'reappraised' });
      await open('council');
      await expect(decide(noiVu, '1.1', KEEP, 2)).rejects.toMatchObject({ code: 'appraisal.phase-closed' });
    });

    it('accepts the rest of what was explained, and no more', async () => {
      const preview = await test.app.get(AppraisalService).previewAcceptance(noiVu, one.id, {});
      expect(preview).toMatchObject({ accepted: [{ code: '1.1', points: 20 }], decided: 0, toDecide: 1 });
      await expect(test.app.get(AppraisalService).accept(noiVu, one.id, { codes: ['1.2'] })).rejects.toMatchObject({ code: 'appraisal.not-explained' });
    });

    it('is left to the council where it is not done', async () => {
      await decide(noiVu, '1.1');
      expect(await effects()).toEqual([`1 hồ sơ chưa thẩm định lại xong sẽ chuyển Hội đồng thẩm định với kết quả thẩm định lần 1: ${one.agency.name} (1 tiêu chí).`]);
      await open('council');
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
      const [line] = await test.db.query(`select payload->>'reason' as reason from audit_event where subject_id = $1 and payload->>'action' = 'complete-reappraisal'`, [one.id]);
      expect((line as { reason: string }).reason).toContain('1 tiêu chí đã giải trình chưa được thẩm định lại');
    });

    it('does not wait for what the agency is exempt from meanwhile', async () => {
      await decide(noiVu, '1.1');
      await test.db.query(`insert into participant_exemption (participant_id, code, reason) values ($1, '2.1', 'Không có')`, [one.assessment.participantId]);
      await test.app.get(CycleClock).tick();
      expect(await rowOf()).toMatchObject({ state: 'explained' });
      await open('council');
      expect(await rowOf()).toMatchObject({ state: 'reappraised' });
    });

    it('counts the same everywhere: worklist, work, and the view of what is left', async () => {
      const left = async (actor: Actor) => {
        const agency = actor === noiVu ? province.noiVu.id : province.tuPhap.id;
        const [row] = await test.db.query('select count(*)::int as left from assigned_criterion where assessment_id = $1 and agency_id = $2 and is_left', [one.id, agency]);
        return (row as { left: number }).left;
      };
      expect([await left(noiVu), await left(tuPhap)]).toEqual([1, 1]);
      await decide(noiVu, '1.1');
      expect([await left(noiVu), await left(tuPhap)]).toEqual([0, 1]);
    });
  });
});
