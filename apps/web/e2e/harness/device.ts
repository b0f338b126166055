import type { AnswerView, AssessmentView, SavedAnswer } from '@par-index/contract';
import type { Rule } from '@par-index/scoring';
import { type AnswerContent, sameValue, standingOf, type StandingAnswer } from '../../src/app/features/assessment/answer-content';
import { Autosave } from '../../src/app/features/assessment/autosave';
import { combineBy } from '../../src/app/features/assessment/autosave-combine';
import type { SaveOutcome, SetAside } from '../../src/app/features/assessment/autosave-ports';
import { ManualTime, MemoryDrafts, turns } from '../../src/app/features/assessment/autosave-world.fixture';
import { origin } from './journey';
import type { Person } from './province';

/** What the network makes of a request: `twice` is a repetition by a proxy, whose first answer is the one that comes back. */
export type Fault = 'none' | 'lost-request' | 'lost-answer' | 'twice';

/** A thing that somebody typed: the value of a field, or of one row of a tally as `answer/row`. */
export interface Typed {
  readonly code: string;
  readonly part: string;
  readonly value: unknown;
}

interface UnderWay {
  readonly deliver: () => Promise<SaveOutcome>;
  readonly answer: (outcome: SaveOutcome) => void;
}

const LOST: SaveOutcome = { kind: 'unreachable', reason: 'Mất mạng.' };

/** `note`, or a row of the figures as `answer/a`. */
export function partOf(content: AnswerContent, part: string): unknown {
  const [field = '', row] = part.split('/');
  const value = content[field as keyof AnswerContent];
  if (row === undefined) return value;
  return value !== null && typeof value === 'object' && 'counts' in value ? value.counts[row] : undefined;
}

/** The browser of somebody at an assessment as it really saves, against the server as it really is; only the network between them is played. */
export class Device {
  /** The last value of each part that was typed here. */
  readonly typed = new Map<string, Typed>();
  /** What the server has answered that it has, in the order of the answers. */
  readonly acknowledged: { readonly code: string; readonly content: AnswerContent }[] = [];
  readonly time = new ManualTime();
  online = true;
  private readonly drafts = new MemoryDrafts();
  private pages = 0;
  private page: Autosave | null = null;
  private underWay: UnderWay[] = [];
  private readonly given: (() => Promise<SaveOutcome>)[] = [];
  /** As this browser last read it: what a page without a network begins from. */
  private copy: ReadonlyMap<string, StandingAnswer> = new Map();

  constructor(
    readonly name: string,
    private readonly person: Person,
    private readonly assessmentId: string,
    private readonly rules: Readonly<Record<string, Rule>>,
  ) {}

  /** A new page: the former one is gone with whatever it had under way. */
  async open(): Promise<void> {
    this.page?.stop();
    this.underWay = [];
    this.pages += 1;
    const alive = this.pages;
    if (this.online) await this.read();
    this.page = new Autosave(
      {
        ...{ userId: this.name, assessmentId: this.assessmentId, writer: `${this.name}${alive}`, store: this.drafts, now: this.time.now },
        later: (milliseconds, run) => this.time.later(milliseconds, () => (this.pages === alive ? run() : undefined)),
        send: (code, content, version) => this.send(code, content, version),
        unfit: () => null,
        combine: (code) => combineBy(this.rules[code] ?? { kind: 'direct' }),
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

  async count(code: string, row: string, times: number): Promise<void> {
    const before = this.content(code)?.answer;
    const counts = before && 'counts' in before ? before.counts : {};
    await this.edit({ code, part: `answer/${row}`, value: times }, { answer: { counts: { ...counts, [row]: times } } });
  }

  async state(code: string, numerator: number): Promise<void> {
    const answer = { numerator, denominator: 1_000_000 };
    await this.edit({ code, part: 'answer', value: answer }, { answer });
  }

  /** The network goes; what is under way is lost on the way there, or on the way back. */
  async goOffline(fault: Fault): Promise<void> {
    this.online = false;
    while (this.underWay.length > 0) await this.settle(fault === 'lost-answer' ? 'lost-answer' : 'lost-request');
  }

  async comeBack(): Promise<void> {
    this.online = true;
    await this.read();
    this.page?.refresh(this.copy);
    this.page?.wake();
    await turns();
  }

  /** What becomes of the request that is under way. */
  async settle(fault: Fault): Promise<void> {
    const request = this.underWay.shift();
    if (request) {
      const outcome = fault === 'lost-request' ? LOST : await request.deliver();
      if (fault === 'twice') await request.deliver();
      this.given.push(request.deliver);
      request.answer(fault === 'lost-answer' ? LOST : outcome);
    }
    await turns();
  }

  /** A request that was given up long ago arrives after all. */
  async echo(index: number): Promise<void> {
    await this.given[index % Math.max(1, this.given.length)]?.();
  }

  async leaveField(): Promise<void> {
    this.page?.flush();
    await turns();
  }

  async pass(milliseconds: number): Promise<void> {
    this.time.pass(milliseconds);
    await turns();
  }

  /** Chooses in the first conflict that stands. */
  async choose(side: SetAside['side']): Promise<void> {
    for (const code of Object.keys(this.rules)) {
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

  /** Whether what was typed was set aside here, to be read. */
  keepsAside({ code, part, value }: Typed): boolean {
    return (this.page?.situation(code)?.setAside ?? []).some(({ content }) => sameValue(partOf(content, part), value));
  }

  private content(code: string): AnswerContent | null {
    return this.page?.situation(code)?.content ?? null;
  }

  private async edit(typed: Typed, change: Partial<AnswerContent>): Promise<void> {
    this.page?.of(typed.code)?.edit(change);
    this.typed.set(`${typed.code} ${typed.part}`, typed);
    await turns();
  }

  private async read(): Promise<void> {
    const { answers } = await this.person.get<AssessmentView>(`/assessments/${this.assessmentId}`);
    this.copy = new Map(Object.keys(this.rules).map((code) => [code, standingOf(answers.find((answer) => answer.code === code))]));
  }

  private send(code: string, content: AnswerContent, version: number): Promise<SaveOutcome> {
    if (!this.online) return Promise.resolve(LOST);
    return new Promise((answer) => this.underWay.push({ deliver: () => this.put(code, content, version), answer }));
  }

  private async put(code: string, content: AnswerContent, version: number): Promise<SaveOutcome> {
    const headers = { ...this.person.writing(), 'if-match': `"${version}"` };
    const answer = await this.person.page.request.put(`${origin()}/api/v1/assessments/${this.assessmentId}/answers/${code}`, { data: content, headers });
    if (answer.ok()) {
      this.acknowledged.push({ code, content });
      return { kind: 'saved', saved: (await answer.json()) as SavedAnswer };
    }
    if (answer.status() === 412) {
      return { kind: 'stale', current: standingOf(((await answer.json()) as { readonly current?: AnswerView | null }).current) };
    }
    throw new Error(`PUT ${code} by ${this.name}: ${answer.status()} ${await answer.text()}`);
  }
}
