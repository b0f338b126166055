import type { BlindSummary, Page } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../app';
import { aCouncil, type BeforeCouncil } from '../factories/council.factory';
import { PEOPLE, type PersonName, signInAll } from './people';
import { aScene, type Names } from './scene';
import { tellingLines, toldBy } from './told';

/** What the first of the two gives: a reason, and points that nothing else has. */
const MARKS = ['DAU-MU-LY-DO', '13.37', '13,37'] as const;
const GIVEN = { kind: 'award', awarded: 13.37, reason: 'DAU-MU-LY-DO' };
const MORE = [
  '/cycles/:cycle/council/minutes?format=xlsx',
  '/cycles/:cycle/council-items?blind=apart',
  '/cycles/:cycle/council-items?blind=open',
  '/cycles/:cycle/blind-appraisals?mine=true',
  '/audit-events?pageSize=100',
] as const;

/** Every route that reads, asked by everybody, while one of two blind appraisals is in and the other is awaited. */
describe('a blind appraisal before both are in', () => {
  let test: TestApp;
  let names: Names;
  let place: BeforeCouncil;
  let second: Browser;
  const told = new Map<string, string>();
  const told2 = new Map<string, string>();

  async function listen(browsers: ReadonlyMap<string, Browser>, into: Map<string, string>): Promise<void> {
    for (const [person, browser] of browsers) {
      into.set(person, await toldBy(browser, names, MORE));
    }
  }

  beforeAll(async () => {
    test = await startTestApp();
    const { province, names: scene } = await aScene(test);
    const homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    const chair = await test.signedInAs([{ role: 'council-chair', agencyId: province.noiVu.id }]);
    const first = await test.signedInAs([{ role: 'council-member', agencyId: province.tuPhap.id }]);
    // The second of the two holds whatever else may read: home affairs, the chair's role, the administrator's.
    second = await test.signedInAs((['council-member', 'council-chair', 'home-affairs', 'admin', 'leader'] as const).map((role) => ({ role, agencyId: province.tuPhap.id })));
    const bystander = await test.signedInAs([{ role: 'council-member', agencyId: province.tuPhap.id }]);
    place = await aCouncil(test, province, { homeAffairs, reader: chair });
    names = { ...scene, cycle: place.cycle.id, assessment: place.one.id, agency: place.one.agency.id, agencyCode: place.one.agency.code, councilItem: place.item.id };
    await homeAffairs.post(`/api/v1/council-items/${place.item.id}/blind-appraisal`).send({ memberIds: [first.userId, second.userId] }).expect(201);
    await first.post(`/api/v1/council-items/${place.item.id}/blind-opinion`).send(GIVEN).expect(201);
    const people = new Map<string, Browser>([...(await signInAll(test, province, place.one)), ['first', first], ['second', second], ['chair', chair], ['bystander', bystander]]);
    await listen(people, told);
    await second.post(`/api/v1/council-items/${place.item.id}/blind-opinion`).send({ ...GIVEN, awarded: 18, reason: 'Đủ' }).expect(201);
    await listen(new Map([['second', second], ['head, own', people.get('head, own') as Browser], ['bystander', bystander]]), told2);
  }, 300_000);
  afterAll(() => test.close());

  const NOBODY_ELSE: readonly string[] = [...PEOPLE.map(([name]: readonly [PersonName, ...unknown[]]) => name), 'second', 'chair', 'bystander'];

  it.each(NOBODY_ELSE.map((person) => [person]))('is told to no %s, by no route, list, export, file or name', (person) => {
    const text = told.get(person) ?? '';
    expect(text.length).toBeGreaterThan(2000);
    expect(tellingLines(text, MARKS)).toEqual(MARKS.map((mark) => [mark, null]));
  });

  it('is there to be told: its author reads it', () => {
    expect(told.get('first')).toContain('DAU-MU-LY-DO');
    expect(told.get('first')).toContain('13.37');
  });

  it('is read by the council once both are in, and still not by the agency', () => {
    for (const person of ['second', 'bystander']) {
      expect([person, told2.get(person)?.includes('DAU-MU-LY-DO'), told2.get(person)?.includes('13.37')]).toEqual([person, true, true]);
    }
    expect(tellingLines(told2.get('head, own') ?? '', MARKS)).toEqual(MARKS.map((mark) => [mark, null]));
  });

  it('stands in no mail and no notification', async () => {
    const rows = await test.db.query(`select row_to_json(n)::text as line from notification n union all select row_to_json(m)::text from mail_message m`);
    expect(tellingLines(JSON.stringify(rows), MARKS)).toEqual(MARKS.map((mark) => [mark, null]));
  });

  it('is listed to the second as compared afterwards', async () => {
    const { items }: Page<BlindSummary> = (await second.get(`/api/v1/cycles/${place.cycle.id}/blind-appraisals`).expect(200)).body;
    expect(items).toMatchObject([{ state: 'compared', seat: 'given', withinThreshold: false, gap: 4.63 }]);
  });
});
