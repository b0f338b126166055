import { ASSESSMENT_ACTIONS, type AssessmentAction, type Phase, type Role } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { unitOfWorkOf } from '../../../test/database';
import { actorOf } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { DomainEvents } from '../../platform/database/domain-events';
import { type Transaction, type UnitOfWork } from '../../platform/database/unit-of-work';
import { PhaseService } from '../cycle/phase.service';
import type { Cycle } from '../cycle/cycle.entity';
import { ParticipantService } from '../cycle/participant.service';
import { Notices } from './notices.service';
import { Notification } from './notification.entity';
import { RecipientRepository } from './recipients.repository';
import { Teller } from './teller.service';

const MARK = 'DAU-THAM-DINH';
const LATER = { deadlineAt: '2099-01-01T00:00:00.000Z', closeAt: '2099-01-02T00:00:00.000Z' };

describe('what people are told', () => {
  let test: TestApp;
  let province: Province;
  let assessed: Assessed;
  let people: ReadonlyMap<string, Browser>;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  beforeEach(async () => {
    await test.db.query('delete from notification');
    await test.db.query('update user_account set active = false');
    assessed = await province.assessed();
    people = await everybody(assessed);
  });
  afterAll(() => test.close());

  async function everybody({ agency }: Assessed): Promise<ReadonlyMap<string, Browser>> {
    const other = await anAgency(test.db);
    const places = { own: agency.id, tuPhap: province.tuPhap.id, noiVu: province.noiVu.id, other: other.id };
    const roles: readonly (readonly [Role, keyof typeof places])[] = [
      ...(['agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member'] as const).map((role) => [role, 'own'] as const),
      ...[['appraiser', 'tuPhap'] as const, ['home-affairs', 'noiVu'] as const, ['agency-head', 'other'] as const, ['appraiser', 'other'] as const],
      ...[['council-member', 'other'] as const, ['council-chair', 'other'] as const, ['leader', 'other'] as const, ['admin', 'other'] as const],
    ];
    const signedIn = roles.map(async ([role, of]) => [`${role} ${of}`, await test.signedInAs([{ role, agencyId: places[of] }])] as const);
    return new Map(await Promise.all(signedIn));
  }

  /** Where nobody else listens: these events are raised by themselves, without what they are about. */
  function alone(): UnitOfWork {
    const events = new DomainEvents();
    new Notices(events, test.app.get(RecipientRepository), test.app.get(Teller)).onModuleInit();
    return unitOfWorkOf(test.db, events);
  }
  const raise = (work: (tx: Transaction) => Promise<unknown>): Promise<unknown> => alone().runAsSystem(work);
  const all = (): Promise<Notification[]> => test.db.manager.find(Notification);
  const cycleOf = (one: Assessed): string => one.assessment.cycleId;

  /** Their names, with the kind of what they were told. */
  async function told(): Promise<readonly string[]> {
    const names = new Map([...people].map(([name, { userId }]) => [userId, name]));
    return (await all()).map(({ recipientId, kind }) => `${names.get(recipientId) ?? 'somebody else'}: ${kind}`).sort();
  }

  const moved = (action: AssessmentAction) =>
    raise((tx) => tx.raise('assessment.moved', { assessmentId: assessed.id, cycleId: cycleOf(assessed), action, from: 'drafting', to: 'drafting', late: false }));

  it.each<[AssessmentAction, readonly string[]]>([
    ['send', ['agency-head own: assessment-sent']],
    ['withdraw', ['agency-head own: assessment-withdrawn']],
    ['return', ['agency-officer own: assessment-returned']],
    ['submit', ['agency-officer own: assessment-submitted']],
    ['reopen', ['agency-head own: assessment-reopened', 'agency-officer own: assessment-reopened']],
    ['take-as-it-stands', ['agency-head own: assessment-taken', 'agency-officer own: assessment-taken']],
    ['open-differences', ['agency-head own: explanation-asked', 'agency-officer own: explanation-asked']],
    ['silence', ['agency-head own: explanation-silent', 'agency-officer own: explanation-silent']],
  ])('of %s goes to whom it concerns', async (action, whom) => {
    await moved(action);
    expect(await told()).toEqual(whom);
  });

  it.each(['complete-appraisal', 'close-appraisal', 'nothing-to-explain', 'complete-reappraisal', 'close-council'] as const)('of %s is nothing: the appraisal is not told ahead of its opening', async (action) => {
    await moved(action);
    expect(await told()).toEqual([]);
  });

  it('names the agency, the cycle and the reason for which it was sent back', async () => {
    await test.db.query(`update assessment set returned_reason = 'Thiếu số liệu' where id = $1`, [assessed.id]);
    await moved('return');
    await moved('send');
    const [returned] = await test.db.manager.findBy(Notification, { kind: 'assessment-returned' });
    expect(returned).toMatchObject({ path: `/assessments/${assessed.id}`, parts: { agencyName: assessed.agency.name, reason: 'Thiếu số liệu' }, cycleId: cycleOf(assessed) });
    expect((await test.db.manager.findBy(Notification, { kind: 'assessment-sent' }))[0]?.parts).not.toHaveProperty('reason');
  });

  it('is not told to whoever did it, nor to whoever has left', async () => {
    const head = people.get('agency-head own') as Browser;
    await alone().run(actorOf('agency-head', assessed.agency.id, head.userId as string), (tx) =>
      tx.raise('assessment.moved', { assessmentId: assessed.id, cycleId: cycleOf(assessed), action: 'reopen', from: 'submitted', to: 'drafting', late: false }));
    expect(await told()).toEqual(['agency-officer own: assessment-reopened']);
    await test.db.query('delete from notification');
    await test.db.query('update user_account set active = false where id = $1', [head.userId]);
    await moved('send');
    expect(await told()).toEqual([]);
  });

  it('goes to whoever stands in for the head, too', async () => {
    const [head, officer] = [people.get('agency-head own'), people.get('agency-officer own')];
    await test.db.query(
      `insert into delegation (kind, agency_id, from_user_id, to_user_id, starts_on, ends_on, reason, created_by)
       values ('sign-off', $1, $2, $3, current_date - 1, current_date + 1, 'Đi học', $2)`,
      [assessed.agency.id, head?.userId, officer?.userId],
    );
    await moved('send');
    expect(await told()).toEqual(['agency-head own: assessment-sent', 'agency-officer own: assessment-sent']);
  });

  it('is undone with what it tells of', async () => {
    await raise(async (tx) => {
      await tx.raise('assessment.moved', { assessmentId: assessed.id, cycleId: cycleOf(assessed), action: 'send', from: 'drafting', to: 'awaiting-head', late: false });
      throw new Error('undone');
    }).catch(() => undefined);
    expect(await told()).toEqual([]);
  });

  it('is the extension, to the agency that was given it', async () => {
    const homeAffairs = actorOf('home-affairs', province.noiVu.id, people.get('home-affairs noiVu')?.userId as string);
    const key = { cycleId: cycleOf(assessed), agencyId: assessed.agency.id };
    await test.app.get(ParticipantService).extend(homeAffairs, key, 1, { phase: 'self-assessment', ...LATER, reason: 'Mất điện' });
    expect(await told()).toEqual(['agency-head own: extended', 'agency-officer own: extended']);
    expect((await all())[0]?.parts).toMatchObject({ ...LATER, reason: 'Mất điện' });
  });

  it('is what holds the clock up, to home affairs', async () => {
    await raise((tx) => tx.raise('cycle.clock-waits', { cycleId: cycleOf(assessed), to: 'explanation', waitsFor: ['3 hồ sơ chưa xong.'] }));
    expect(await told()).toEqual(['home-affairs noiVu: clock-waits', 'home-affairs own: clock-waits']);
  });

  it('is a vote to the members of other agencies, a petition to home affairs of others, its answer to the agency', async () => {
    const about = { cycleId: cycleOf(assessed), assessmentId: assessed.id, code: '1.1' };
    await raise((tx) => tx.raise('council.vote-wanted', about));
    await raise((tx) => tx.raise('council.vote-wanted', { ...about, code: '1.2' }));
    expect(JSON.stringify(await all())).not.toContain(assessed.agency.name);
    expect(await told()).toEqual(['council-chair other: council-vote', 'council-member other: council-vote']);
    await test.db.query('delete from notification');
    await raise((tx) => tx.raise('petition.filed', about));
    expect(await told()).toEqual(['home-affairs noiVu: petition-filed']);
    await test.db.query('delete from notification');
    await raise((tx) => tx.raise('petition.answered', about));
    expect(await told()).toEqual(['agency-head own: petition-answered', 'agency-officer own: petition-answered']);
  });

  describe('of a phase that opens', () => {
    const opened = (to: Phase) => raise((tx) => tx.raise('cycle.phase-opened', { cycleId: cycleOf(assessed), from: 'preparing', to, reason: 'theo lịch' }));
    const OWN = ['agency-head own: phase-opened', 'agency-officer own: phase-opened'];

    it.each<[Phase, readonly string[]]>([
      ['self-assessment', OWN],
      ['appraisal', ['appraiser tuPhap: phase-opened', 'home-affairs noiVu: phase-opened']],
      ['council', ['council-chair other: phase-opened', 'council-member other: phase-opened', 'council-member own: phase-opened', 'home-affairs noiVu: phase-opened', 'home-affairs own: phase-opened']],
    ])('%s is told to whom it concerns', async (to, whom) => {
      await opened(to);
      expect(await told()).toEqual([...whom]);
    });

    it('preliminary is told to all that may read results, once each', async () => {
      await opened('preliminary');
      const names = await told();
      expect(new Set(names).size).toBe(names.length);
      expect(names.map((name) => name.split(':')[0])).toEqual(
        ['agency-head own', 'agency-officer own', 'council-chair other', 'council-member other', 'council-member own', 'home-affairs noiVu', 'home-affairs own', 'leader other'],
      );
    });

    it('names when it is due', async () => {
      await opened('appraisal');
      const [window]: readonly { deadlineAt: Date }[] = await test.db.query(`select deadline_at as "deadlineAt" from cycle_window where cycle_id = $1 and phase = 'appraisal'`, [cycleOf(assessed)]);
      expect((await all())[0]).toMatchObject({ parts: { phase: 'appraisal', deadlineAt: window?.deadlineAt.toISOString() }, delivery: 'daily', path: '/appraisals' });
    });
  });

  it('of an appraisal is nothing at its agency before the explanation, and then only that there is something to explain', async () => {
    const cycle = { id: cycleOf(assessed) } as Cycle;
    await aLayer(test.db, assessed.id, { code: '1.1', points: '1', reason: MARK, explanationWanted: true, question: MARK });
    for (const action of ASSESSMENT_ACTIONS.filter((one) => one.includes('appraisal'))) await moved(action);
    const officer = people.get('agency-officer own') as Browser;
    const inbox = async (browser: Browser): Promise<string> => JSON.stringify((await browser.get('/api/v1/notifications').expect(200)).body);
    expect(await told()).toEqual([]);
    const { version } = (await test.db.query('select version from cycle where id = $1', [cycle.id]))[0] as { version: number };
    const homeAffairs = actorOf('home-affairs', province.noiVu.id, people.get('home-affairs noiVu')?.userId as string);
    await test.app.get(PhaseService).open(homeAffairs, cycle.id, version, { to: 'explanation', reason: 'Đến hạn' });
    expect(await told()).toEqual(['agency-head own: explanation-asked', 'agency-officer own: explanation-asked']);
    expect(await inbox(officer)).toContain(`/explanations/${assessed.id}`);
    for (const browser of people.values()) expect(await inbox(browser)).not.toContain(MARK);
  });

  it('of one event is one statement for those it concerns, however many they are', async () => {
    for (let more = 0; more < 20; more += 1) await test.signedInAs([{ role: 'agency-head', agencyId: assessed.agency.id }]);
    await moved('send');
    expect(await told()).toHaveLength(21);
  });
});
