import type { Actor, DecideRequest, Phase } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { aProvince, type Assessed, type AssessedFields, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Assessment } from '../assessment/assessment.entity';
import { Cycle } from '../cycle/cycle.entity';
import { PhaseService } from '../cycle/phase.service';
import { AppraisalService } from './appraisal.service';

const LOWER: DecideRequest = { kind: 'award', awarded: 1, reason: 'Thiếu tài liệu', explanationWanted: false, question: '' };
const ACCEPT: DecideRequest = { kind: 'accept', reason: '', explanationWanted: false, question: '' };

describe('the opening of phases', () => {
  let test: TestApp;
  let province: Province;
  let phases: PhaseService;
  let noiVu: Actor;
  let cycle: Cycle;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    phases = test.app.get(PhaseService);
    noiVu = await province.person('home-affairs', province.noiVu);
  });
  afterAll(() => test.close());

  async function inPhase(phase: Phase): Promise<void> {
    cycle = await province.cycle(phase);
  }
  const assessed = (fields: AssessedFields = {}) => province.assessed({ cycle, ...fields });
  const preview = async () => (await phases.preview(noiVu, cycle.id)).effects;
  async function open(to: Phase): Promise<void> {
    const { version } = await test.db.manager.findOneByOrFail(Cycle, { id: cycle.id });
    await phases.open(noiVu, cycle.id, version, { to, reason: 'Theo kế hoạch' });
  }
  const decide = ({ id }: Assessed, request: DecideRequest) => test.app.get(AppraisalService).decide(noiVu, { assessmentId: id, code: '1.1', version: 0, request });
  const stateOf = async ({ id }: Assessed) => (await test.db.manager.findOneByOrFail(Assessment, { id })).state;
  const movesOf = async ({ id }: Assessed) => {
    const lines = await test.db.query(`select payload->>'action' as action from audit_event where subject_id = $1 and event = 'assessment.moved' order by at, id`, [id]);
    return (lines as { action: string }[]).map(({ action }) => action).toSorted();
  };

  describe('explanation', () => {
    beforeEach(() => inPhase('appraisal'));

    it('opens the differences of whoever lost points, and nothing of the others', async () => {
      const [loser, winner] = [await assessed(), await assessed()];
      await decide(loser, LOWER);
      await decide(winner, ACCEPT);
      await open('explanation');
      expect([await stateOf(loser), await stateOf(winner)]).toEqual(['explaining', 'reappraised']);
      expect(await movesOf(loser)).toEqual(['close-appraisal', 'open-differences']);
      expect(await movesOf(winner)).toEqual(['close-appraisal', 'nothing-to-explain']);
    });

    it('leaves what is appraised as it was decided', async () => {
      const done = await assessed({ state: 'appraised' });
      await open('explanation');
      expect(await movesOf(done)).toEqual(['nothing-to-explain']);
    });

    it('closes with the reason of the phase and counts every move in the version', async () => {
      const one = await assessed();
      await open('explanation');
      const lines = await test.db.manager.findBy(AuditEvent, { subjectId: one.id, event: 'assessment.moved' });
      expect(lines).toContainEqual(
        expect.objectContaining({ actorId: noiVu.id, cycleId: cycle.id, payload: { action: 'close-appraisal', from: 'submitted', to: 'appraised', reason: 'Theo kế hoạch', late: false } }),
      );
      expect((await test.db.manager.findOneByOrFail(Assessment, { id: one.id })).version).toBe(3);
    });

    it('takes a draft whose extension still runs first, and then closes it too', async () => {
      const late = await assessed({ state: 'drafting' });
      await anExtension(test.db, late.assessment.participantId, { deadlineAt: daysFromNow(2), closeAt: daysFromNow(4) });
      expect(await preview()).toContainEqual(expect.stringContaining('1 hồ sơ chưa thẩm định xong'));
      await open('explanation');
      expect(await movesOf(late)).toEqual(['close-appraisal', 'nothing-to-explain', 'take-as-it-stands']);
      expect(await stateOf(late)).toBe('reappraised');
    });

    it('says beforehand what it will close, by name, and who may explain', async () => {
      const loser = await assessed();
      await decide(loser, LOWER);
      await assessed({ state: 'appraised' });
      expect(await preview()).toEqual([
        `1 hồ sơ chưa thẩm định xong sẽ được đóng, tiêu chí chưa thẩm định lấy theo kê khai: ${loser.agency.name} (5 tiêu chí).`,
        '1 hồ sơ có tiêu chí bị giảm điểm sẽ được mở để giải trình.',
        '1 hồ sơ không bị giảm điểm không cần giải trình.',
      ]);
      expect(await stateOf(loser)).toBe('submitted');
    });

    it('reads as often for many assessments as for one', async () => {
      await assessed();
      await preview();
      const one = await countQueries(test.db, preview);
      for (let more = 0; more < 3; more += 1) await assessed();
      expect(await countQueries(test.db, preview)).toBe(one);
    });
  });

  describe('reappraisal', () => {
    beforeEach(() => inPhase('explanation'));

    it('takes silence as agreement, and has nothing to decide again', async () => {
      const silent = await assessed({ state: 'explaining' });
      const explained = await assessed({ state: 'explained' });
      const agreed = await assessed({ state: 'reappraised' });
      expect(await preview()).toEqual(['1 hồ sơ không gửi giải trình được hiểu là đồng ý với kết quả thẩm định.']);
      await open('reappraisal');
      expect(await movesOf(silent)).toEqual(['complete-reappraisal', 'silence']);
      expect(await movesOf(explained)).toEqual(['complete-reappraisal']);
      expect(await movesOf(agreed)).toEqual([]);
      expect([await stateOf(silent), await stateOf(explained), await stateOf(agreed)]).toEqual(['reappraised', 'reappraised', 'reappraised']);
    });
  });

  describe('council and preliminary', () => {
    it('leave everything to the council, and conclude where nothing is open', async () => {
      await inPhase('reappraisal');
      const one = await assessed({ state: 'reappraised' });
      expect(await preview()).toEqual([]);
      await open('council');
      expect(await stateOf(one)).toBe('reappraised');
      expect(await preview()).toEqual([expect.stringContaining('1 hồ sơ không còn nội dung chờ Hội đồng')]);
      await open('preliminary');
      expect(await stateOf(one)).toBe('decided');
      expect(await movesOf(one)).toEqual(['close-council']);
    });
  });
});
