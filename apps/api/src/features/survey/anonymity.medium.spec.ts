import { blindBallot, type CampaignView, type InvitationCode, type InvitedForm, LEADERS_QUESTIONNAIRE, unblindBallot } from '@par-index/contract';
import { randomBytes, randomInt } from 'node:crypto';
import { startTestApp, type Browser, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCampaign, aSheet, ratingAnswers } from '../../../test/factories/survey.factory';
import type { Agency } from '../organisation/agency.entity';

/**
 * What is known of one row of any table: everything that a superuser can select. `forms` and `invitations` are given in the order of one of
 * their fields; two orders that say the same would tie them.
 */
type Row = Readonly<Record<string, unknown>>;

const PEOPLE = 40;
/** Of forty pairs that are drawn by chance, 1 is right on average; 8 or more come about once in a hundred thousand draws. */
const CHANCE = 7;

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

describe('an invitation and its form', () => {
  let test: TestApp;
  let noiVu: Browser;
  let agencies: readonly Agency[];
  let campaign: CampaignView;
  let codes: readonly InvitationCode[];
  /** Who answered in which place of the order, with the words that only their form has. */
  let truth: ReadonlyMap<string, string>;
  /** What somebody with the database alone copied while the campaign was open. */
  let copied: { readonly sealed: readonly Row[]; readonly arrivals: readonly Row[]; readonly invitations: readonly Row[] };

  beforeAll(async () => {
    test = await startTestApp();
    agencies = [await anAgency(test.db), await anAgency(test.db)];
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
    campaign = await aCampaign(noiVu, { questionnaire: LEADERS_QUESTIONNAIRE, agencies, groups: [{ code: 'lanh-dao', byInvitation: true }] });
    codes = await invite(Array.from({ length: PEOPLE }, (_, place) => `Người ${String(place).padStart(2, '0')}`));
    truth = await answerOneAfterTheOther();
    copied = { sealed: await rowsOf('survey_sealed_form'), arrivals: await rowsOf('survey_arrival'), invitations: await rowsOf('survey_invitation') };
    await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'Hết hạn' }).expect(200);
  });
  afterAll(() => test.close());

  async function invite(names: readonly string[]): Promise<readonly InvitationCode[]> {
    const file = await aSheet([['Họ và tên', 'Thư điện tử', 'Mã cơ quan'], ...names.map((name) => [name, '', ''])]);
    const upload = noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/invitations/import`).query({ dryRun: 'false', mail: 'false', groupCode: 'lanh-dao' });
    return ((await upload.attach('file', file, 'moi.xlsx').expect(200)).body as { codes: readonly InvitationCode[] }).codes;
  }

  /** The worst that can happen: nobody else is about, each spends and answers at once, and the order is known. */
  async function answerOneAfterTheOther(): Promise<ReadonlyMap<string, string>> {
    const answered = new Map<string, string>();
    const waiting = [...codes];
    while (waiting.length > 0) {
      const [{ name, code }] = waiting.splice(randomInt(waiting.length), 1) as [InvitationCode];
      const words = randomBytes(6).toString('hex');
      await answer(code, words);
      answered.set(name, words);
    }
    return answered;
  }

  async function answer(code: string, words: string): Promise<void> {
    const { ballotKey, campaignId, groupCode } = (await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code }).expect(200)).body as InvitedForm;
    const hidden = blindBallot(ballotKey, random);
    const { signed } = (await test.anonymous.post('/api/v1/public/survey-invitations/ballot').send({ code, blinded: hidden.blinded }).expect(200)).body as { signed: string };
    const ballot = unblindBallot(ballotKey, hidden, signed);
    const answers = { ...ratingAnswers(agencies.map(({ id }) => id), 'ABCD'[randomInt(4)]!), 'gop-y': words };
    await test.anonymous.post('/api/v1/public/survey-ballots').send({ campaignId, groupCode, ballot, answers }).expect(200);
  }

  /** Every column, and what PostgreSQL keeps of each row besides. */
  const rowsOf = (table: string): Promise<readonly Row[]> =>
    test.db.query(`select t.*, t.ctid::text as row_place, t.xmin::text::bigint::int as row_transaction, t.cmin::text::int as row_command from ${table} t where t.campaign_id = $1`, [campaign.id]);

  const spentOrder = (rows: readonly Row[]): readonly string[] => rows.toSorted(by('row_transaction')).map((row) => String(row['name']));
  const by = (field: string) => (a: Row, b: Row): number => (keyOf(a[field]) < keyOf(b[field]) ? -1 : keyOf(a[field]) > keyOf(b[field]) ? 1 : 0);
  const keyOf = (value: unknown): string | number => (typeof value === 'number' ? value : typeof value === 'string' && /^\(\d+,\d+\)$/.test(value) ? placeOf(value) : JSON.stringify(value));
  const placeOf = (place: string): number => {
    const [page = 0, line = 0] = place.slice(1, -1).split(',').map(Number);
    return page * 1000 + line;
  };
  const wordsOf = (form: Row): string => String((form['answers'] as Row)['gop-y']);
  const rightOf = (names: readonly string[], words: readonly string[]): number => names.filter((name, place) => truth.get(name) === words[place]).length;

  it('has spent and stored everybody’s, once', async () => {
    expect((await rowsOf('survey_form')).map(wordsOf).toSorted()).toEqual([...truth.values()].toSorted());
    expect((await rowsOf('survey_invitation')).every(({ state }) => state === 'spent')).toBe(true);
  });

  it('would be tied by their order, if forms kept the order in which they came', () => {
    const inOrder = copied.arrivals.toSorted(by('row_transaction')).length;
    const arrived = [...truth.values()];
    expect([inOrder, rightOf(spentOrder(copied.invitations), arrived)]).toEqual([PEOPLE, PEOPLE]);
  });

  it('are tied by no order of any column, row place, transaction or command better than by chance', async () => {
    const invitations = await rowsOf('survey_invitation');
    const [forms, texts, arrivals] = [await rowsOf('survey_form'), await rowsOf('survey_text'), await rowsOf('survey_arrival')];
    const wordsOfForm = new Map(forms.map((form) => [form['id'], wordsOf(form)]));
    const listed = [forms.map((form) => ({ ...form, words: wordsOf(form) })), texts.map((text) => ({ ...text, words: wordsOfForm.get(text['form_id']) }))];
    const attempts: number[] = [];
    for (const rows of listed) {
      for (const field of Object.keys(rows[0] ?? {})) {
        for (const names of [...Object.keys(invitations[0] ?? {})].map((one) => invitations.toSorted(by(one)).map((row) => String(row['name'])))) {
          const words = (rows as readonly Row[]).toSorted(by(field)).map((row) => String(row['words']));
          attempts.push(rightOf(names, words), rightOf(names, words.toReversed()));
        }
      }
    }
    expect(arrivals).toHaveLength(PEOPLE);
    expect(attempts.length).toBeGreaterThan(100);
    expect(Math.max(...attempts)).toBeLessThanOrEqual(CHANCE + 3);
    expect(attempts.filter((right) => right > CHANCE).length).toBeLessThan(attempts.length / 100);
  });

  it('lie in one transaction, all of them: no batch says who was before whom', async () => {
    expect(new Set((await rowsOf('survey_form')).map((row) => row['row_transaction'])).size).toBe(1);
    expect(new Set((await rowsOf('survey_text')).map((row) => row['row_transaction'])).size).toBe(1);
  });

  it('share no value: nothing that stands with a person, an arrival or a sealed form stands with a form', async () => {
    const persons = valuesOf([...copied.invitations, ...copied.arrivals, ...copied.sealed, ...(await rowsOf('survey_invitation'))]);
    const forms = valuesOf((await rowsOf('survey_form')).map(({ campaign_id: _, group_code: __, channel: ___, row_transaction: ____, row_command: _____, row_place: ______, ...own }) => own));
    const everywhere = [...agencies.map(({ id }) => id), ...'ABCD', 'false', 'null'];
    expect([...forms].filter((value) => persons.has(value) && !everywhere.includes(value))).toEqual([]);
  });

  const valuesOf = (things: readonly unknown[]): ReadonlySet<string> => new Set(things.flatMap(leavesOf));
  const leavesOf = (thing: unknown): readonly string[] => {
    if (Buffer.isBuffer(thing)) {
      return [thing.toString('hex')];
    }
    return typeof thing === 'object' && thing !== null ? [...Object.values(thing)].flatMap(leavesOf) : [String(thing)];
  };

  it('are told of in no audit line and no job', async () => {
    const lines = await test.db.query('select event, payload::text as payload from audit_event');
    const mine = [...truth.values(), ...truth.keys()];
    for (const { payload } of lines as readonly { payload: string }[]) {
      expect(mine.some((mark) => payload.includes(mark))).toBe(false);
    }
    expect((lines as readonly { event: string }[]).filter(({ event }) => /form|ballot|spent/.test(event))).toEqual([]);
    const tables: readonly { name: string }[] = await test.db.query(`select table_schema || '.' || table_name as name from information_schema.tables where table_schema = 'jobs'`);
    expect(tables.every(({ name }) => !name.includes('survey'))).toBe(true);
  });

  it('keep no time: neither has a column that could hold one, but the hour, which is empty', async () => {
    const columns: readonly { table_name: string; column_name: string }[] = await test.db.query(
      `select table_name, column_name from information_schema.columns where table_name in ('survey_invitation', 'survey_arrival', 'survey_sealed_form', 'survey_form', 'survey_text') and data_type like 'timestamp%'`,
    );
    expect(columns).toEqual([{ table_name: 'survey_form', column_name: 'hour' }]);
    expect((await rowsOf('survey_form')).every((form) => form['hour'] === null && form['seconds'] === null && form['device_id'] === null)).toBe(true);
  });

  it('are sealed while they wait: alike in length, without a word of the answers, and gone afterwards', async () => {
    const lengths = new Set(copied.sealed.map(({ sealed }) => (sealed as Buffer).length));
    expect([copied.sealed.length, lengths.size]).toEqual([PEOPLE, 1]);
    const text = copied.sealed.map(({ sealed }) => (sealed as Buffer).toString('latin1')).join('');
    expect([...truth.values(), 'danh-gia'].some((words) => text.includes(words))).toBe(false);
    expect(await rowsOf('survey_sealed_form')).toEqual([]);
  });

  it('can’t be had twice: another ballot for a spent invitation is refused, the same one is signed again, and one ballot stores one form', async () => {
    const again = await aCampaign(noiVu, { questionnaire: LEADERS_QUESTIONNAIRE, agencies, groups: [{ code: 'lanh-dao', byInvitation: true }, { code: 'hdnd', byInvitation: true }] });
    campaign = again;
    const [{ code }] = (await invite(['Một Người'])) as [InvitationCode];
    const form = (await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: code.toLowerCase().replaceAll('-', '') }).expect(200)).body as InvitedForm;
    const [hidden, other] = [blindBallot(form.ballotKey, random), blindBallot(form.ballotKey, random)];
    const spend = (blinded: string) => test.anonymous.post('/api/v1/public/survey-invitations/ballot').send({ code, blinded });
    const both = await Promise.all([spend(hidden.blinded), spend(hidden.blinded)]);
    expect(both.map(({ status, body }) => [status, body.signed])).toEqual([[200, both[0]?.body.signed], [200, both[0]?.body.signed]]);
    expect((await spend(other.blinded).expect(409)).body.code).toBe('survey.invitation-spent');
    const ballot = unblindBallot(form.ballotKey, hidden, both[0]?.body.signed)!;
    const send = (change: object = {}) => test.anonymous.post('/api/v1/public/survey-ballots').send({ campaignId: again.id, groupCode: 'lanh-dao', ballot, answers: ratingAnswers(agencies.map(({ id }) => id), 'A'), ...change });
    await send({ answers: {} }).expect(422);
    await Promise.all([send().expect(200), send({ answers: ratingAnswers(agencies.map(({ id }) => id), 'D') }).expect(200), send().expect(200)]);
    expect(await rowsOf('survey_arrival')).toHaveLength(1);
    for (const change of [{ groupCode: 'hdnd' }, { groupCode: 'nguoi-dan' }, { ballot: { ...ballot, token: 'a'.repeat(64) } }, { ballot: { ...ballot, signature: 'ab' } }]) {
      expect((await send(change).expect(403)).body.code).toBe('survey.ballot-false');
    }
    await spend('02'.repeat(10)).expect(409);
    expect((await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: 'AAAA-BBBB-CCCC' }).expect(404)).body.code).toBe('survey.invitation-unknown');
  });
});
