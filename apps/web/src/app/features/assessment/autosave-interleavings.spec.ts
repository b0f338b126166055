import fc from 'fast-check';
import { type HalfAnswer, sameHalf } from '../../ui/answer/half-answer';
import { ANSWER_FIELDS, type AnswerField, sameValue, standingOf, type StandingAnswer } from './answer-content';
import { Autosave } from './autosave';
import { asOneStatement } from './autosave-combine';
import type { SaveOutcome, SetAside } from './autosave-ports';
import { ManualTime, MemoryDrafts, OneAnswerServer, turns } from './autosave-world.fixture';

const CODE = '1';
const TEXTS = ['note', 'evidenceExplanation'] as const satisfies readonly AnswerField[];
type TextField = (typeof TEXTS)[number];
type Fault = 'none' | 'lost-request' | 'lost-answer';

interface Held {
  readonly deliver: () => SaveOutcome;
  readonly answer: (outcome: SaveOutcome) => void;
}

/** One person at one computer, whose page may die at any moment. */
class Person {
  readonly last = new Map<AnswerField, unknown>();
  /** What was typed by half and neither completed nor dropped. */
  half: HalfAnswer | null = null;
  readonly letGo: SetAside[] = [];
  /** Every value of a field that stood before this person's eyes, so that overwriting it is their own choice. */
  readonly seen = new Map<AnswerField, unknown[]>(ANSWER_FIELDS.map((field) => [field, [field === 'answer' ? null : '']]));
  private pages = 0;
  private page: Autosave | null = null;
  private underWay: Held[] = [];

  constructor(
    readonly name: string,
    private readonly world: World,
  ) {}

  async open(): Promise<void> {
    this.page?.stop();
    this.underWay = [];
    this.pages += 1;
    const alive = this.pages;
    const standing = standingOf(this.world.server.view());
    this.see(standing);
    this.page = new Autosave(
      {
        userId: this.name,
        assessmentId: 'a',
        writer: `${this.name}${alive}`,
        store: this.world.drafts,
        later: (milliseconds, run) => this.world.time.later(milliseconds, () => (this.pages === alive ? run() : undefined)),
        now: this.world.time.now,
        send: (_, content, version) =>
          new Promise((answer) => this.underWay.push({ deliver: () => this.world.server.save(this.name, content, version), answer })),
        unfit: () => null,
        combine: () => asOneStatement,
        changed: () => undefined,
      },
      new Map([[CODE, standing]]),
    );
    await this.page.takeUp();
    await turns();
  }

  async type(field: TextField, text: string): Promise<void> {
    this.lookAtFields();
    this.page?.of(CODE)?.edit({ [field]: text });
    this.last.set(field, text);
    await turns();
  }

  async typeHalf(text: string): Promise<void> {
    this.half = { texts: { points: text } };
    this.page?.of(CODE)?.edit({ half: this.half });
    await turns();
  }

  async complete(points: number): Promise<void> {
    this.lookAtFields();
    this.half = null;
    this.page?.of(CODE)?.edit({ answer: { points }, half: null });
    this.last.set('answer', { points });
    await turns();
  }

  async dropHalf(): Promise<void> {
    this.half = null;
    this.page?.of(CODE)?.edit({ half: null });
    await turns();
  }

  async network(fault: Fault): Promise<void> {
    const held = this.underWay.shift();
    if (held) {
      const outcome: SaveOutcome = fault === 'lost-request' ? { kind: 'unreachable', reason: '' } : held.deliver();
      if (fault !== 'lost-request') this.look(outcome);
      held.answer(fault === 'lost-answer' ? { kind: 'unreachable', reason: '' } : outcome);
    }
    await turns();
  }

  async leaveField(): Promise<void> {
    this.page?.flush();
    await turns();
  }

  async choose(side: SetAside['side']): Promise<void> {
    const answer = this.page?.of(CODE);
    const conflict = answer?.situation().conflict;
    const [field] = conflict?.fields ?? [];
    if (answer && conflict && field) {
      this.see(conflict.theirs);
      answer.resolve(field, side);
    }
    await turns();
  }

  async comeToRest(): Promise<void> {
    for (let round = 0; round < 60 && this.busy(); round += 1) {
      await this.choose('mine');
      this.page?.wake();
      await turns();
      await this.network('none');
    }
  }

  busy(): boolean {
    return (this.page?.unacknowledged().length ?? 0) > 0;
  }

  keepsHalf(): boolean {
    const [page, half] = [this.page?.situation(CODE)?.half ?? null, this.half];
    return half === null ? page === null : sameHalf(page, half);
  }

  asides(): readonly SetAside[] {
    return this.page?.situation(CODE)?.setAside ?? [];
  }

  see({ content }: StandingAnswer): void {
    ANSWER_FIELDS.forEach((field) => this.seen.get(field)?.push(content[field]));
  }

  /** What stands in the fields before they are typed into, whoever wrote it. */
  private lookAtFields(): void {
    const content = this.page?.situation(CODE)?.content;
    if (content) ANSWER_FIELDS.forEach((field) => this.seen.get(field)?.push(content[field]));
  }

  /** What comes back is shown; fields that the reader did not touch follow it. */
  private look(outcome: SaveOutcome): void {
    const stands = outcome.kind === 'stale' ? outcome.current : standingOf(this.world.server.view());
    ANSWER_FIELDS.forEach((field) => {
      const untouched = !this.page?.situation(CODE)?.conflict?.fields.includes(field);
      // What the server has stands beside an answer that is typed by half.
      if (field === 'answer' && this.half) this.seen.get(field)?.push(stands.content[field]);
      if (untouched && outcome.kind === 'saved') this.seen.get(field)?.push(stands.content[field]);
    });
  }
}

class World {
  readonly time = new ManualTime();
  readonly server = new OneAnswerServer();
  readonly drafts = new MemoryDrafts();
}

type Move =
  | { readonly move: 'type'; readonly who: number; readonly field: TextField }
  | { readonly move: 'network'; readonly who: number; readonly fault: Fault }
  | { readonly move: 'reload' | 'leave' | 'half' | 'complete' | 'drop'; readonly who: number }
  | { readonly move: 'choose'; readonly who: number; readonly side: SetAside['side'] }
  | { readonly move: 'collide'; readonly who: number; readonly field: TextField; readonly side: SetAside['side'] }
  | { readonly move: 'wait'; readonly milliseconds: number };

const who = fc.nat({ max: 1 });
const MOVES: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ move: fc.constant('type' as const), who, field: fc.constantFrom(...TEXTS) }) },
  { weight: 4, arbitrary: fc.record({ move: fc.constant('network' as const), who, fault: fc.constantFrom<Fault>('none', 'none', 'lost-request', 'lost-answer') }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('reload' as const, 'leave' as const), who }) },
  { weight: 3, arbitrary: fc.record({ move: fc.constantFrom('half' as const, 'half' as const, 'complete' as const, 'drop' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('choose' as const), who, side: fc.constantFrom('mine' as const, 'theirs' as const) }) },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('collide' as const), who, field: fc.constantFrom(...TEXTS), side: fc.constantFrom('mine' as const, 'theirs' as const) }) },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('wait' as const), milliseconds: fc.constantFrom(300, 700, 5_000) }) },
);

async function play(moves: readonly Move[]): Promise<{ readonly world: World; readonly people: readonly Person[] }> {
  const world = new World();
  const people = ['an', 'bình'].map((name) => new Person(name, world));
  for (const person of people) await person.open();
  for (const [step, move] of moves.entries()) {
    await make(move, { step, world, people });
  }
  for (let round = 0; round < 4; round += 1) {
    for (const person of people) await person.comeToRest();
  }
  return { world, people };
}

async function make(move: Move, { step, world, people }: { readonly step: number; readonly world: World; readonly people: readonly Person[] }): Promise<void> {
  if (move.move === 'wait') {
    world.time.pass(move.milliseconds);
    await turns();
    return;
  }
  const person = people[move.who];
  if (!person) return;
  if (move.move === 'type') await person.type(move.field, `${person.name} ${step}`);
  if (move.move === 'half') await person.typeHalf(`${step}x`);
  if (move.move === 'complete') await person.complete(step);
  if (move.move === 'drop') await person.dropHalf();
  if (move.move === 'network') await person.network(move.fault);
  if (move.move === 'reload') await person.open();
  if (move.move === 'leave') await person.leaveField();
  if (move.move === 'choose') await person.choose(move.side);
  if (move.move === 'collide') await collide(move, { step, person, other: people[1 - move.who] });
}

/** Both change the same field before either is sent; the later one is asked. */
async function collide({ field, side }: { readonly field: TextField; readonly side: SetAside['side'] }, { step, person, other }: { readonly step: number; readonly person: Person; readonly other: Person | undefined }): Promise<void> {
  if (!other) return;
  await person.type(field, `${person.name} ${step}`);
  await other.type(field, `${other.name} ${step}`);
  for (const one of [other, person]) {
    await one.leaveField();
    await one.network('none');
  }
  await person.choose(side);
}

describe('however keystrokes, lost requests, lost answers, reloads and choices of two people fall together', () => {
  it('all comes to rest, and every last word of a field is on the server or set aside to be read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(MOVES, { minLength: 5, maxLength: 50, size: 'max' }), async (moves) => {
        const { world, people } = await play(moves);
        for (const person of people) {
          expect(person.busy()).toBe(false);
          for (const [field, text] of person.last) {
            const onServer = world.server.revisions.some((revision) => sameValue(revision[field], text));
            const aside = person.asides().some((item) => item.field === field && sameValue(item.content[field], text));
            expect({ field, text, found: onServer || aside }).toEqual({ field, text, found: true });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('an answer that was typed by half stands in its fields until it is whole or dropped, and never reaches the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(MOVES, { minLength: 5, maxLength: 50, size: 'max' }), async (moves) => {
        const { world, people } = await play(moves);
        for (const person of people) expect(person.keepsHalf()).toBe(true);
        expect(world.server.revisions.every(({ answer }) => answer === null || 'points' in answer)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('nobody overwrites a value of somebody else that they have not seen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(MOVES, { minLength: 5, maxLength: 50, size: 'max' }), async (moves) => {
        const { world, people } = await play(moves);
        const [, ...later] = world.server.revisions;
        later.forEach((revision, index) => {
          const before = world.server.revisions[index];
          if (!before || before.updatedBy === revision.updatedBy) return;
          const writer = people.find(({ name }) => name === revision.updatedBy);
          for (const field of ANSWER_FIELDS) {
            if (!sameValue(before[field], revision[field])) {
              expect(writer?.seen.get(field)).toContainEqual(before[field]);
            }
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a draft is kept for exactly what is not acknowledged or was set aside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(MOVES, { minLength: 5, maxLength: 50, size: 'max' }), async (moves) => {
        const { world, people } = await play(moves);
        for (const person of people) {
          const left = [...world.drafts.kept.values()].filter(({ userId }) => userId === person.name);
          expect(left.length > 0).toBe(person.asides().length > 0 || person.half !== null);
        }
      }),
      { numRuns: 250 },
    );
  });
});
