import type { AgencyView, AnswerRevision, CriteriaSetSummary, CycleView, Page as ListPage } from '@par-index/contract';
import type { CriteriaSet, Rule } from '@par-index/scoring';
import fc from 'fast-check';
import { sameContent, sameValue } from '../src/app/features/assessment/answer-content';
import { Device, type Fault, partOf } from './harness/device';
import { assessmentOf, demoPerson, newPerson, openPhase, type Person } from './harness/province';

const GROUP = 'hai-may';
const ROWS = ['cham', 'thieu', 'khong-gui'] as const;
const RULES = {
  '1.1': { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' } },
  '1.2': { kind: 'tally', start: 'max', items: ROWS.map((id) => ({ id, label: `Báo cáo ${id}`, points: 0.25 })) },
} as const satisfies Readonly<Record<string, Rule>>;
const CODES = Object.keys(RULES) as (keyof typeof RULES)[];
const RUNS = 25;
const HALF_AN_HOUR = 30 * 60_000;

const SET: CriteriaSet = {
  ...{ format: 'par-criteria-set/1', code: `bo-${GROUP}`, title: 'Bộ tiêu chí hai máy', year: 2027, appliesTo: GROUP },
  criteria: [{ code: '1', title: 'Chấp hành', max: 100, appraiser: 'so-noi-vu', children: CODES.map((code) => ({ code, title: `Tiêu chí ${code}`, max: 50, rule: RULES[code] })) }],
};

let people: readonly Person[] = [];
let assessmentId: string;
/** Whatever is typed is typed only once, so that it can be found again. */
let typed = 0;

async function anAssessment(homeAffairs: Person): Promise<{ readonly agencyId: string; readonly id: string }> {
  await homeAffairs.post('/agency-groups', { code: GROUP, name: 'Cơ quan hai máy' });
  const agency = await homeAffairs.post<AgencyView>('/agencies', { code: `${GROUP}-a`, name: 'Cơ quan hai máy', shortName: 'Hai máy', groupCode: GROUP });
  const set = await homeAffairs.post<CriteriaSetSummary>('/criteria-sets', SET);
  const { items } = await homeAffairs.get<ListPage<AgencyView>>('/agencies?search=so-noi-vu');
  const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const windows = (['self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary'] as const).map((phase, place) => ({ phase, opensAt: at(3 * place - 1), deadlineAt: at(3 * place + 1), closeAt: at(3 * place + 2) }));
  const leadAgencyId = items.find(({ code }) => code === 'so-noi-vu')?.id;
  const cycle = await homeAffairs.post<CycleView>('/cycles', { year: 2027, title: 'Kỳ hai máy năm 2027', leadAgencyId, criteriaSetIds: [set.id], windows, substitutes: [] });
  await openPhase(homeAffairs, cycle.id, 'self-assessment');
  return { agencyId: agency.id, id: (await assessmentOf(homeAffairs, cycle.id, agency.id)).id };
}

beforeAll(async () => {
  const [homeAffairs, admin] = [await demoPerson('noivu'), await demoPerson('quantri')];
  const made = await anAssessment(homeAffairs);
  assessmentId = made.id;
  const grants = [{ role: 'agency-officer', agencyId: made.agencyId }] as const;
  people = [await newPerson(admin, 'may.mot', grants), await newPerson(admin, 'may.hai', grants)];
});

type Move =
  | { readonly move: 'text'; readonly who: number; readonly code: keyof typeof RULES; readonly field: 'note' | 'evidenceExplanation' }
  | { readonly move: 'ratio' | 'reload' | 'leave' | 'back'; readonly who: number }
  | { readonly move: 'row'; readonly who: number; readonly row: (typeof ROWS)[number] }
  | { readonly move: 'network' | 'away'; readonly who: number; readonly fault: Fault }
  | { readonly move: 'choose'; readonly who: number; readonly side: 'mine' | 'theirs' }
  | { readonly move: 'echo'; readonly who: number; readonly index: number }
  | { readonly move: 'wait'; readonly milliseconds: number };

const who = fc.nat({ max: 1 });
const fault = fc.constantFrom<Fault>('none', 'none', 'lost-request', 'lost-answer', 'twice');
const EDITS: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ move: fc.constant('text' as const), who, code: fc.constantFrom(...CODES), field: fc.constantFrom('note' as const, 'evidenceExplanation' as const) }),
  fc.record({ move: fc.constant('row' as const), who, row: fc.constantFrom(...ROWS) }),
  fc.record({ move: fc.constant('ratio' as const), who }),
);
const MOVES: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: EDITS },
  { weight: 5, arbitrary: fc.record({ move: fc.constant('network' as const), who, fault }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('away' as const), who, fault }) },
  { weight: 2, arbitrary: fc.record({ move: fc.constantFrom('reload' as const, 'leave' as const, 'back' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('choose' as const), who, side: fc.constantFrom('mine' as const, 'theirs' as const) }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('echo' as const), who, index: fc.nat({ max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('wait' as const), milliseconds: fc.constantFrom(700, 5_000, HALF_AN_HOUR) }) },
);

/** Half an hour without a network in which both go on typing, with anything before and after it. */
const PLAYS = fc.record({
  people: fc.constantFrom('two people', 'one person at two computers'),
  before: fc.array(MOVES, { maxLength: 12 }),
  away: fc.nat({ max: 2 }),
  fault,
  during: fc.array(fc.oneof({ weight: 4, arbitrary: EDITS }, { weight: 1, arbitrary: MOVES }), { minLength: 4, maxLength: 14 }),
  after: fc.array(MOVES, { maxLength: 14 }),
});

async function make(move: Move, devices: readonly Device[]): Promise<void> {
  if (move.move === 'wait') {
    for (const device of devices) await device.pass(move.milliseconds);
    return;
  }
  const device = devices[move.who];
  if (!device) return;
  typed += 1;
  const moves: Readonly<Record<Exclude<Move['move'], 'wait'>, () => Promise<void>>> = {
    text: () => (move.move === 'text' ? device.write(move.code, move.field, `${device.name} ${typed}`) : Promise.resolve()),
    row: () => (move.move === 'row' ? device.count('1.2', move.row, typed) : Promise.resolve()),
    ratio: () => device.state('1.1', typed),
    reload: () => device.open(),
    leave: () => device.leaveField(),
    back: () => device.comeBack(),
    network: () => (move.move === 'network' ? device.settle(move.fault) : Promise.resolve()),
    away: () => (move.move === 'away' ? device.goOffline(move.fault) : Promise.resolve()),
    choose: () => (move.move === 'choose' ? device.choose(move.side) : Promise.resolve()),
    echo: () => (move.move === 'echo' ? device.echo(move.index) : Promise.resolve()),
  };
  await moves[move.move]();
}

async function play({ before, away, fault: lost, during, after, people: whose }: typeof PLAYS extends fc.Arbitrary<infer P> ? P : never): Promise<readonly Device[]> {
  const [one, other] = people;
  if (!one || !other) throw new Error('Nobody is there');
  const devices = [new Device('mot', one, assessmentId, RULES), new Device('hai', whose === 'two people' ? other : one, assessmentId, RULES)];
  for (const device of devices) await device.open();
  for (const move of before) await make(move, devices);
  for (const [place, device] of devices.entries()) if (away === 2 || away === place) await device.goOffline(lost);
  for (const move of during) await make(move, devices);
  for (const device of devices) await device.pass(HALF_AN_HOUR);
  for (const device of devices) await device.comeBack();
  for (const move of after) await make(move, devices);
  for (const device of devices) if (!device.online) await device.comeBack();
  for (let round = 0; round < 4; round += 1) for (const device of devices) await device.comeToRest();
  return devices;
}

/** Everything that ever stood at a criterion, the oldest first: nothing is deleted. */
async function historyOf(code: string): Promise<readonly AnswerRevision[]> {
  const [person] = people;
  return ((await person?.get<readonly AnswerRevision[]>(`/assessments/${assessmentId}/answers/${code}/history`)) ?? []).toReversed();
}

it('Half an hour without a network on two devices: whatever the order, nothing acknowledged is lost on the real server, and no word is', async () => {
  const seed = Number(process.env['PAR_SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`two devices: PAR_SEED=${seed}\n`);
  await fc.assert(
    fc.asyncProperty(PLAYS, async (plays) => {
      const devices = await play(plays);
      const histories = new Map(await Promise.all(CODES.map(async (code) => [code as string, await historyOf(code)] as const)));
      for (const [code, revisions] of histories) {
        expect({ code, versions: revisions.map(({ version }) => version) }).toEqual({ code, versions: revisions.map((_, index) => index + 1) });
        const [, ...later] = revisions;
        expect({ code, repeated: later.filter((revision, index) => sameContent(revision, revisions[index] ?? revision)) }).toEqual({ code, repeated: [] });
      }
      for (const device of devices) {
        expect({ device: device.name, waiting: device.waiting() }).toEqual({ device: device.name, waiting: [] });
        for (const { code, content } of device.acknowledged) {
          const kept = histories.get(code)?.some((revision) => sameContent(revision, content)) ?? false;
          expect({ device: device.name, code, content, kept }).toEqual({ device: device.name, code, content, kept: true });
        }
        for (const word of device.typed.values()) {
          const found = (histories.get(word.code)?.some((revision) => sameValue(partOf(revision, word.part), word.value)) ?? false) || device.keepsAside(word);
          expect({ device: device.name, ...word, found }).toEqual({ device: device.name, ...word, found: true });
        }
      }
    }),
    { numRuns: RUNS, seed },
  );
});
