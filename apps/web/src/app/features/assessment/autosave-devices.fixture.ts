import type { Answer, Rule } from '@par-index/scoring';
import type { HalfAnswer } from '../../ui/answer/half-answer';
import { type AnswerContent, sameValue, standingOf, type StandingAnswer } from './answer-content';
import { Autosave } from './autosave';
import { combineBy } from './autosave-combine';
import type { SaveOutcome, SetAside } from './autosave-ports';
import { ManualTime, MemoryDrafts, OneAnswerServer, turns } from './autosave-world.fixture';

const items = ['a', 'b', 'c'].map((id) => ({ id, label: id, points: 1 }));

/** A criterion of each sort that comes together in its own way. */
export const RULES: Readonly<Record<string, Rule>> = {
  tally: { kind: 'tally', start: 'max', items },
  ticks: { kind: 'checklist', items },
  ratio: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' } },
};
export const CODES = Object.keys(RULES);

export const LOST: SaveOutcome = { kind: 'unreachable', reason: 'Mất mạng.' };
export const LOCKED: SaveOutcome = { kind: 'refused', reason: 'Đã khóa.' };

/** A thing that somebody typed: the value of one field, or of one row of a tally. */
export interface Typed {
  readonly code: string;
  readonly part: string;
  readonly value: unknown;
}

/** Time, and a server with an assessment that may be locked. */
export class World {
  readonly time = new ManualTime();
  readonly servers = new Map(CODES.map((code) => [code, new OneAnswerServer()]));
  locked = false;

  standing(): ReadonlyMap<string, StandingAnswer> {
    return new Map([...this.servers].map(([code, server]) => [code, standingOf(server.view())]));
  }

  save(by: string, code: string, content: AnswerContent, version: number): SaveOutcome {
    const server = this.servers.get(code);
    return this.locked || !server ? LOCKED : server.save(by, content, version);
  }

  /** Everything that ever stood there: nothing is deleted. */
  history(code: string): readonly AnswerContent[] {
    return this.servers.get(code)?.revisions ?? [];
  }
}

interface UnderWay {
  readonly code: string;
  readonly deliver: () => SaveOutcome;
  readonly answer: (outcome: SaveOutcome) => void;
}

export type Fault = 'none' | 'lost-request' | 'lost-answer' | 'twice';

/** A browser of one person: its page may die and come back, its network may be gone for half an hour. */
export class Device {
  /** The last value of each part that was typed here. */
  readonly typed = new Map<string, Typed>();
  readonly half = new Map<string, HalfAnswer>();
  readonly drafts = new MemoryDrafts();
  online = true;
  private pages = 0;
  private page: Autosave | null = null;
  private underWay: UnderWay[] = [];
  /** What an old request would do if it arrived now. */
  private readonly echoes: (() => SaveOutcome)[] = [];
  /** As this browser last read it: what a page without a network begins from. */
  private copy: ReadonlyMap<string, StandingAnswer>;

  constructor(
    readonly name: string,
    readonly person: string,
    private readonly world: World,
  ) {
    this.copy = world.standing();
  }

  async open(): Promise<void> {
    this.page?.stop();
    this.underWay = [];
    this.pages += 1;
    const alive = this.pages;
    this.copy = this.online ? this.world.standing() : this.copy;
    this.page = new Autosave(
      {
        ...{ userId: this.person, assessmentId: 'as', writer: `${this.name}${alive}`, store: this.drafts, now: this.world.time.now },
        later: (milliseconds, run) => this.world.time.later(milliseconds, () => (this.pages === alive ? run() : undefined)),
        send: (code, content, version) => this.send(code, content, version),
        unfit: () => null,
        combine: (code) => combineBy(RULES[code] ?? { kind: 'direct' }),
        changed: () => undefined,
      },
      this.copy,
    );
    await this.page.takeUp();
    await turns();
  }

  async write(code: string, field: 'note' | 'evidenceExplanation', text: string): Promise<void> {
    await this.edit({ code, part: field, value: text }, { [field]: text });
  }

  async count(row: string, times: number): Promise<void> {
    const before = this.content('tally')?.answer;
    const counts = before && 'counts' in before ? before.counts : {};
    await this.edit({ code: 'tally', part: `answer/${row}`, value: times }, { answer: { counts: { ...counts, [row]: times } } });
  }

  async tick(item: string): Promise<void> {
    const before = this.content('ticks')?.answer;
    const checked = before && 'checked' in before ? before.checked : [];
    const after = items.map(({ id }) => id).filter((id) => (id === item ? !checked.includes(id) : checked.includes(id)));
    this.page?.of('ticks')?.edit({ answer: after.length > 0 ? { checked: after } : null });
    await turns();
  }

  async state(numerator: number): Promise<void> {
    const answer: Answer = { numerator, denominator: 1_000 };
    this.half.delete('ratio');
    await this.edit({ code: 'ratio', part: 'answer', value: answer }, { answer });
  }

  async begin(text: string): Promise<void> {
    const half = { texts: { numerator: text, denominator: '' } };
    this.half.set('ratio', half);
    this.page?.of('ratio')?.edit({ half });
    await turns();
  }

  async goOffline(fault: Fault): Promise<void> {
    this.online = false;
    while (this.underWay.length > 0) await this.settle(fault === 'lost-answer' ? 'lost-answer' : 'lost-request');
  }

  async comeBack(): Promise<void> {
    this.online = true;
    this.copy = this.world.standing();
    this.page?.refresh(this.copy);
    this.page?.wake();
    await turns();
  }

  /** What becomes of the request that is under way. */
  async settle(fault: Fault): Promise<void> {
    const request = this.underWay.shift();
    if (request) {
      const outcome = fault === 'lost-request' ? LOST : request.deliver();
      if (fault === 'twice') request.deliver();
      this.echoes.push(request.deliver);
      request.answer(fault === 'lost-answer' ? LOST : this.noteCopy(request.code, outcome));
    }
    await turns();
  }

  /** A request that was given up long ago arrives after all. */
  echo(index: number): void {
    this.echoes[index % Math.max(1, this.echoes.length)]?.();
  }

  async leaveField(): Promise<void> {
    this.page?.flush();
    await turns();
  }

  async choose(side: SetAside['side']): Promise<void> {
    for (const code of CODES) {
      const [field] = this.page?.situation(code)?.conflict?.fields ?? [];
      if (field) {
        this.page?.of(code)?.resolve(field, side);
        break;
      }
    }
    await turns();
  }

  async comeToRest(): Promise<void> {
    for (let round = 0; round < 80 && this.waiting().length > 0; round += 1) {
      await this.choose(round % 2 === 0 ? 'mine' : 'theirs');
      this.page?.wake();
      await turns();
      await this.settle('none');
    }
  }

  waiting(): readonly string[] {
    return this.page?.unacknowledged() ?? [];
  }

  situation(code: string) {
    return this.page?.situation(code) ?? null;
  }

  /** Where what was typed here can be found. Empty where it is lost. */
  placesOf({ code, part, value }: Typed): readonly string[] {
    const holds = (content: AnswerContent) => sameValue(partOf(content, part), value);
    const situation = this.situation(code);
    const kept = [...this.drafts.kept.values()].filter((draft) => draft.part === code);
    return [
      ...(this.world.history(code).some(holds) ? ['server'] : []),
      ...(situation && holds(situation.content) ? ['page'] : []),
      ...(situation?.setAside.some(({ content }) => holds(content)) ? ['set aside'] : []),
      ...(kept.some((draft) => holds(draft.value.content) || draft.value.setAside.some(({ content }) => holds(content))) ? ['draft'] : []),
    ];
  }

  /** What was saved goes into the copy. */
  private noteCopy(code: string, outcome: SaveOutcome): SaveOutcome {
    if (outcome.kind === 'saved') {
      this.copy = new Map([...this.copy, [code, standingOf(outcome.saved.saved)]]);
    }
    return outcome;
  }

  private content(code: string): AnswerContent | null {
    return this.page?.situation(code)?.content ?? null;
  }

  private async edit(typed: Typed, change: Partial<AnswerContent>): Promise<void> {
    this.page?.of(typed.code)?.edit(change);
    this.typed.set(`${typed.code} ${typed.part}`, typed);
    await turns();
  }

  private send(code: string, content: AnswerContent, version: number): Promise<SaveOutcome> {
    if (!this.online) {
      return Promise.resolve(LOST);
    }
    const deliver = () => this.world.save(this.person, code, content, version);
    return new Promise((answer) => this.underWay.push({ code, deliver, answer }));
  }
}

/** `note`, or a row of the figures as `answer/a`. */
export function partOf(content: AnswerContent, part: string): unknown {
  const [field = '', row] = part.split('/');
  const value = content[field as keyof AnswerContent];
  if (row === undefined) {
    return value;
  }
  return value !== null && typeof value === 'object' && 'counts' in value ? value.counts[row] : undefined;
}
