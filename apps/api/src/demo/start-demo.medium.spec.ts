import { startTestApp, type TestApp } from '../../test/app';
import { CycleClock } from '../features/cycle/clock.service';
import { PhaseClock } from '../features/cycle/phase-clock.service';
import { Mailing } from '../features/notification/mailing.service';
import { startDemo } from './start-demo';

const NOW = new Date();

describe('the demonstration province', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ PAR_DEMO: '1' });
    await startDemo(test.app, NOW);
  }, 120_000);
  afterAll(() => test.close());

  const count = async (sql: string): Promise<number> => {
    const rows: readonly { readonly count: string }[] = await test.db.query(`select count(*) as count from ${sql}`);
    return Number(rows[0]?.count);
  };
  const as = async (userName: string) => {
    const rows: readonly { readonly id: string }[] = await test.db.query('select id from user_account where user_name = $1', [userName]);
    return test.signedIn(rows[0]?.id ?? '');
  };

  it('has the agencies of its list, an officer and a head for each that takes part', async () => {
    expect(await count('agency')).toBe(144);
    expect(await count(`user_grant where role = 'agency-officer'`)).toBeGreaterThanOrEqual(139);
    expect(await count(`user_grant where role = 'agency-head'`)).toBeGreaterThanOrEqual(139);
  });

  it('has a person for every role among its cards', async () => {
    const { body } = await test.anonymous.get('/api/v1/site').expect(200);
    const roles = new Set((body as { demoPeople: { roles: string[] }[] }).demoPeople.flatMap((person) => person.roles));
    expect([...roles].sort()).toEqual(['admin', 'agency-head', 'agency-officer', 'appraiser', 'council-chair', 'council-member', 'home-affairs', 'leader']);
  });

  it('has assessments in every state that the appraisal allows, late, extended and never submitted ones', async () => {
    const found: readonly { readonly state: string }[] = await test.db.query(
      `select distinct a.state from assessment a join cycle c on c.id = a.cycle_id where c.phase = 'appraisal' order by 1`,
    );
    expect(found.map(({ state }) => state)).toEqual(['appraised', 'awaiting-head', 'drafting', 'submitted']);
    expect(await count('assessment where late')).toBeGreaterThan(2);
    expect(await count('assessment where not_submitted')).toBeGreaterThan(1);
    expect(await count('participant_extension')).toBe(2);
  });

  it('has a receipt for everything that was submitted, of the very moment', async () => {
    const submitted = `assessment a where a.submitted_at is not null`;
    expect(await count('receipt')).toBe(await count(submitted));
    expect(await count(`${submitted} and exists (select from receipt r where r.assessment_id = a.id and r.issued_at = a.submitted_at and r.late = a.late)`)).toBe(await count('receipt'));
  });

  it('has a published result that can be recomputed from its own data', async () => {
    const leader = await as('lanhdao.tinh');
    const rows: readonly { readonly id: string }[] = await test.db.query('select id from result_snapshot');
    const { body } = await leader.get(`/api/v1/snapshots/${rows[0]?.id ?? ''}/verification`).expect(200);
    expect(body).toMatchObject({ digestHolds: true, resultHolds: true, agencies: 139, differences: [] });
  });

  it('stays in its appraisal when the clock ticks, and for two weeks more', async () => {
    await test.app.get(CycleClock).tick();
    await test.app.get(PhaseClock).openDue();
    expect(await count(`cycle where phase = 'appraisal'`)).toBe(1);
    expect(await count(`cycle c join cycle_window w on w.cycle_id = c.id where c.phase = 'appraisal' and w.phase = 'explanation' and w.opens_at > now() + interval '14 days'`)).toBe(1);
  });

  it('has told of phases and of last year on their days, and mails only what is of this year', async () => {
    expect(await count(`notification where kind = 'phase-opened' and created_at < now() - interval '1 day'`)).toBeGreaterThan(250);
    expect(await count(`notification where kind = 'published' and read_at is not null`)).toBeGreaterThan(250);
    expect(await count(`notification n join cycle c on c.id = n.cycle_id where c.phase = 'published' and n.mailed_at is null`)).toBe(0);
    await test.app.get(Mailing).writeAtOnce();
    expect(await count('mail_message')).toBe(await count(`notification where kind = 'assessment-taken'`));
  });

  it('has real evidence that can be opened', async () => {
    const officer = await as('canbo.syt');
    const { body } = await officer.get('/api/v1/evidence-documents').expect(200);
    const [document] = (body as { items: { id: string; file: { sha256: string; bytes: number } }[] }).items;
    const { headers } = await officer.get(`/api/v1/evidence-documents/${document?.id ?? ''}/content`).expect(200);
    expect(Number(headers['content-length'])).toBe(document?.file.bytes);
  });

  it('leaves a database alone that holds something', async () => {
    const before = await count('answer');
    await startDemo(test.app, NOW);
    expect(await count('answer')).toBe(before);
  });
});
