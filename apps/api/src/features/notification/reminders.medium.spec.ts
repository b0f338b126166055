import type { AssessmentState, Phase, Role } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { anExplaining } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { Notification } from './notification.entity';
import { Reminders } from './reminders.service';

const DAY = 86_400_000;

describe('reminders', () => {
  let test: TestApp;
  let province: Province;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  beforeEach(async () => {
    await test.db.query('delete from notification');
    await test.db.query('update user_account set active = false');
    await test.db.query(`update cycle set phase = 'published'`);
  });
  afterAll(() => test.close());

  const remind = (): Promise<void> => test.app.get(Reminders).remind();
  const signedIn = (role: Role, { id }: { readonly id: string }): Promise<Browser> => test.signedInAs([{ role, agencyId: id }]);

  async function toldTo(browser: Browser): Promise<readonly Pick<Notification, 'kind' | 'parts' | 'path'>[]> {
    const rows = await test.db.manager.find(Notification, { where: { recipientId: browser.userId as string }, order: { createdAt: 'asc' } });
    return rows.map(({ kind, parts, path }) => ({ kind, parts, path }));
  }

  /** Moves the window instead of the time, which is the database's. */
  async function due({ assessment }: Assessed, phase: Phase, days: number): Promise<void> {
    await test.db.query('update cycle_window set opens_at = $3, deadline_at = $4, close_at = $5 where cycle_id = $1 and phase = $2', [
      assessment.cycleId,
      phase,
      daysFromNow(-30),
      daysFromNow(days),
      daysFromNow(days + 5),
    ]);
  }

  const drafting = async (state: AssessmentState = 'drafting'): Promise<Assessed> =>
    province.assessed({ state, cycle: await province.cycle('self-assessment') });

  it('come 7, 3 and 1 days before a deadline and when it is over, each once', async () => {
    const assessed = await drafting();
    const officer = await signedIn('agency-officer', assessed.agency);
    const seen: (readonly [number, number])[] = [];
    for (const days of [9, 7, 6, 3, 2, 1, -0.01]) {
      await due(assessed, 'self-assessment', days);
      // What was told before was told of this very window.
      await test.db.query(`update notification set once_key = regexp_replace(once_key, '\\S+Z', $1)`, [daysFromNow(days).toISOString()]);
      await remind();
      await remind();
      seen.push([days, (await toldTo(officer)).length]);
    }
    expect(seen).toEqual([[9, 0], [7, 1], [6, 1], [3, 2], [2, 2], [1, 3], [-0.01, 4]]);
    expect((await toldTo(officer)).map(({ kind }) => kind)).toEqual(['deadline-near', 'deadline-near', 'deadline-near', 'deadline-over']);
  });

  it('come once from servers that remind at the same time', async () => {
    const assessed = await drafting();
    const officer = await signedIn('agency-officer', assessed.agency);
    await due(assessed, 'self-assessment', 3);
    await Promise.all([remind(), remind(), remind()]);
    expect(await toldTo(officer)).toHaveLength(1);
  });

  it('begin anew with a deadline that was moved', async () => {
    const assessed = await drafting();
    const officer = await signedIn('agency-officer', assessed.agency);
    await due(assessed, 'self-assessment', 1);
    await remind();
    await anExtension(test.db, assessed.assessment.participantId, { deadlineAt: daysFromNow(9), closeAt: daysFromNow(9) });
    await remind();
    expect(await toldTo(officer)).toHaveLength(1);
    await anExtension(test.db, assessed.assessment.participantId, { deadlineAt: daysFromNow(7), closeAt: daysFromNow(7) });
    await remind();
    expect((await toldTo(officer)).map(({ parts }) => parts.days)).toEqual([1, 7]);
  });

  it('say what is to be done, by when, and where', async () => {
    const assessed = await drafting();
    const officer = await signedIn('agency-officer', assessed.agency);
    await due(assessed, 'self-assessment', 3);
    await remind();
    expect(await toldTo(officer)).toEqual([
      {
        kind: 'deadline-near',
        path: `/assessments/${assessed.id}`,
        parts: { task: 'self-assessment', days: 3, agencyName: assessed.agency.name, deadlineAt: daysFromNow(3).toISOString(), closeAt: daysFromNow(8).toISOString() },
      },
    ]);
  });

  it('count calendar days in Việt Nam', async () => {
    const assessed = await drafting();
    const officer = await signedIn('agency-officer', assessed.agency);
    const today = new Date(Math.floor((Date.now() + 7 * 3_600_000) / DAY) * DAY - 7 * 3_600_000);
    const lateOnTheThirdDay = new Date(today.getTime() + 3 * DAY + DAY - 60_000);
    await due(assessed, 'self-assessment', 0);
    await test.db.query(`update cycle_window set deadline_at = $2, close_at = $2 where cycle_id = $1 and phase = 'self-assessment'`, [assessed.assessment.cycleId, lateOnTheThirdDay]);
    await remind();
    expect((await toldTo(officer)).map(({ parts }) => parts.days)).toEqual([3]);
  });

  it.each<[AssessmentState, readonly string[], readonly string[]]>([
    ['drafting', ['self-assessment'], ['self-assessment']],
    ['awaiting-head', [], ['sign-off']],
    ['submitted', [], []],
  ])('of what is %s go to whoever still has something to do', async (state, officers, heads) => {
    const assessed = await drafting(state);
    const [officer, head] = [await signedIn('agency-officer', assessed.agency), await signedIn('agency-head', assessed.agency)];
    await due(assessed, 'self-assessment', 1);
    await remind();
    expect((await toldTo(officer)).map(({ parts }) => parts.task)).toEqual(officers);
    expect((await toldTo(head)).map(({ parts }) => parts.task)).toEqual(heads);
  });

  it('end with the close', async () => {
    const assessed = await drafting();
    const officer = await signedIn('agency-officer', assessed.agency);
    await due(assessed, 'self-assessment', -6);
    await remind();
    expect(await toldTo(officer)).toEqual([]);
  });

  it('of an explanation go to an agency that has not answered, in its own window', async () => {
    const explaining = await anExplaining(province);
    const head = await signedIn('agency-head', explaining.agency);
    await due(explaining, 'explanation', 3);
    await remind();
    expect(await toldTo(head)).toMatchObject([{ kind: 'deadline-near', path: `/explanations/${explaining.id}`, parts: { task: 'explanation', days: 3 } }]);
    await test.db.query(`update assessment set state = 'explained' where id = $1`, [explaining.id]);
    await due(explaining, 'explanation', 1);
    await remind();
    expect(await toldTo(head)).toHaveLength(1);
  });

  it('of an explanation and of petitions go by the extension of their own phase', async () => {
    const explaining = await anExplaining(province);
    const head = await signedIn('agency-head', explaining.agency);
    await due(explaining, 'explanation', -9);
    await anExtension(test.db, explaining.assessment.participantId, { deadlineAt: daysFromNow(3), closeAt: daysFromNow(4) });
    await remind();
    expect(await toldTo(head)).toEqual([]);
    await anExtension(test.db, explaining.assessment.participantId, { phase: 'explanation', deadlineAt: daysFromNow(3), closeAt: daysFromNow(4) });
    await remind();
    expect(await toldTo(head)).toMatchObject([{ kind: 'deadline-near', parts: { task: 'explanation', days: 3, closeAt: daysFromNow(4).toISOString() } }]);
  });

  it('of petitions go to the head, while some are written and not signed', async () => {
    const assessed = await province.assessed({ state: 'decided', cycle: await province.cycle('preliminary') });
    const [head, officer] = [await signedIn('agency-head', assessed.agency), await signedIn('agency-officer', assessed.agency)];
    await due(assessed, 'preliminary', 3);
    await remind();
    expect(await toldTo(head)).toEqual([]);
    await test.db.query(`insert into petition (cycle_id, assessment_id, code, reason_code, text) select $1, $2, x.code, 'other', 'Đề nghị xem lại' from unnest(array['1.1', '1.2']) as x(code)`, [assessed.assessment.cycleId, assessed.id]);
    await remind();
    expect(await toldTo(head)).toMatchObject([{ path: `/petitions/${assessed.id}`, parts: { task: 'petition', left: 2, days: 3 } }]);
    expect(await toldTo(officer)).toEqual([]);
    await anExtension(test.db, assessed.assessment.participantId, { phase: 'preliminary', deadlineAt: daysFromNow(7), closeAt: daysFromNow(8) });
    await remind();
    expect((await toldTo(head)).map(({ parts }) => parts.days)).toEqual([3, 7]);
  });

  it('of an appraisal go to the appraisers of what is left, with how much there is, and never of the own agency', async () => {
    const assessed = await province.assessed();
    const appraiser = await signedIn('appraiser', province.tuPhap);
    const homeAffairs = await signedIn('home-affairs', province.noiVu);
    const alsoOwn = await test.signedInAs([{ role: 'appraiser', agencyId: province.tuPhap.id }, { role: 'agency-officer', agencyId: assessed.agency.id }]);
    const elsewhere = await signedIn('appraiser', assessed.agency);
    await due(assessed, 'appraisal', 3);
    await remind();
    expect(await toldTo(appraiser)).toMatchObject([{ path: '/appraisals', parts: { task: 'appraisal', left: 2, days: 3 } }]);
    expect(await toldTo(homeAffairs)).toMatchObject([{ parts: { left: 4 } }]);
    expect([await toldTo(alsoOwn), await toldTo(elsewhere)]).toEqual([[], []]);
  });

  it('of what is given to one person do not go to the others', async () => {
    const assessed = await province.assessed();
    const [given, other] = [await signedIn('appraiser', province.tuPhap), await signedIn('appraiser', province.tuPhap)];
    await test.db.query('update appraisal_assignment set person_id = $2 where assessment_id = $1 and agency_id = $3', [assessed.id, given.userId, province.tuPhap.id]);
    await due(assessed, 'appraisal', 3);
    await remind();
    expect([(await toldTo(given)).length, (await toldTo(other)).length]).toEqual([1, 0]);
  });

  it('of the council go to members with votes to cast', async () => {
    const assessed = await province.assessed({ state: 'reappraised', cycle: await province.cycle('council') });
    const [member, voted] = [await signedIn('council-member', province.tuPhap), await signedIn('council-member', province.tuPhap)];
    const [item]: readonly { readonly id: string }[] = await test.db.query(
      `insert into council_item (cycle_id, assessment_id, code, origin, state) values ($1, $2, '1.1', 'disagreement', 'voting') returning id`,
      [assessed.assessment.cycleId, assessed.id],
    );
    await test.db.query('insert into council_entitled (item_id, user_id) select $1, unnest($2::uuid[])', [item?.id, [member.userId, voted.userId]]);
    await test.db.query(
      `with p as (insert into council_proposal (item_id, kind, decision_kind, points) values ($1, 'appraisal', 'accept', 1) returning id)
       insert into council_vote (item_id, user_id, proposal_id) select $1, $2, id from p`,
      [item?.id, voted.userId],
    );
    await due(assessed, 'council', 1);
    await remind();
    expect(await toldTo(member)).toMatchObject([{ path: `/council/${assessed.assessment.cycleId}`, parts: { task: 'council', left: 1, days: 1 } }]);
    expect(await toldTo(voted)).toEqual([]);
  });

  it('take as many statements for many agencies as for one', async () => {
    const assessed = await drafting();
    await signedIn('agency-officer', assessed.agency);
    await due(assessed, 'self-assessment', 7);
    const one = await countQueries(test.db, remind);
    for (let more = 0; more < 5; more += 1) {
      const another = await province.assessed({ state: 'drafting', cycle: await province.cycle('self-assessment') });
      await signedIn('agency-officer', another.agency);
      await due(another, 'self-assessment', 3);
    }
    expect(await countQueries(test.db, remind)).toBe(one);
  });
});
