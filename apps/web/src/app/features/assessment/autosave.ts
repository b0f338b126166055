import type { Draft, DraftStore } from '../../platform/drafts/draft';
import type { AnswerContent, StandingAnswer } from './answer-content';
import { AnswerAutosave } from './autosave-answer';
import type { CombineAnswers } from './autosave-combine';
import { SendingLine } from './autosave-line';
import type { AnswerDraft, AnswerSituation, AutosavePorts, DraftPlace, Later, SaveOutcome } from './autosave-ports';

export interface AutosaveSettings {
  readonly userId: string;
  readonly assessmentId: string;
  /** Different for every open page. */
  readonly writer: string;
  readonly store: DraftStore<AnswerDraft>;
  readonly later: Later;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly send: (code: string, content: AnswerContent, version: number) => Promise<SaveOutcome>;
  readonly unfit: (code: string, content: AnswerContent) => string | null;
  readonly combine: (code: string) => CombineAnswers;
  readonly changed: (code: string) => void;
}

/** Saves the criteria of one assessment for one person, each by itself, and takes up what an earlier page of theirs has left. */
export class Autosave {
  private readonly answers: ReadonlyMap<string, AnswerAutosave>;
  /** Left by other pages, to be taken up when what is under way is done. */
  private readonly left = new Map<string, readonly Draft<AnswerDraft>[]>();
  private readonly settled = new Set<() => void>();
  /** What is kept in the browser, first typed first. */
  private readonly typed = new Set<string>();
  private readonly line = new SendingLine();
  private stamps = 0;

  constructor(
    private readonly settings: AutosaveSettings,
    standing: ReadonlyMap<string, StandingAnswer>,
  ) {
    this.answers = new Map([...standing].map(([code, server]) => [code, new AnswerAutosave(server, this.portsOf(code))]));
  }

  /** Takes up the drafts that this person left in this browser. A browser that keeps none has none. */
  async takeUp(): Promise<void> {
    const { store, userId, assessmentId, writer } = this.settings;
    const found = await store.list(userId, assessmentId).catch(() => []);
    for (const draft of found.filter((one) => one.writer !== writer)) {
      this.left.set(draft.part, [...(this.left.get(draft.part) ?? []), draft]);
    }
    [...this.left.keys()].forEach((code) => this.takeUpNext(code));
  }

  situation(code: string): AnswerSituation | null {
    return this.answers.get(code)?.situation() ?? null;
  }

  of(code: string): AnswerAutosave | null {
    return this.answers.get(code) ?? null;
  }

  /** The criteria with something typed that is not acknowledged. */
  unacknowledged(): readonly string[] {
    return [...this.answers].filter(([, answer]) => answer.unacknowledged).map(([code]) => code);
  }

  flush(): void {
    this.inOrder().forEach((answer) => answer.flush());
  }

  wake(): void {
    this.inOrder().forEach((answer) => answer.wake());
  }

  stop(): void {
    this.answers.forEach((answer) => answer.stop());
  }

  refresh(standing: ReadonlyMap<string, StandingAnswer>): void {
    standing.forEach((server, code) => this.answers.get(code)?.refresh(server));
  }

  /** Sends everything at once and waits for it. False where something is still unacknowledged after that time. */
  async sendAll(milliseconds: number): Promise<boolean> {
    this.flush();
    if (this.unacknowledged().length > 0) {
      await new Promise<void>((resolve) => {
        const callOff = this.settings.later(milliseconds, () => this.settled.forEach((done) => done()));
        this.settled.add(() => [callOff(), resolve()]);
      });
    }
    return this.unacknowledged().length === 0;
  }

  private inOrder(): readonly AnswerAutosave[] {
    const codes = new Set([...this.typed, ...this.answers.keys()]);
    return [...codes].flatMap((code) => this.answers.get(code) ?? []);
  }

  private portsOf(code: string): AutosavePorts {
    const { send, later, unfit, combine } = this.settings;
    return {
      send: (content, version) => this.line.join(() => send(code, content, version)),
      unfit: (content) => unfit(code, content),
      combine: combine(code),
      drafts: this.placeOf(code),
      later,
      changed: () => this.changed(code),
    };
  }

  private placeOf(code: string): DraftPlace {
    const { store, userId, assessmentId, writer, now } = this.settings;
    const key = { userId, subject: assessmentId, part: code, writer };
    let stamp: string | null = null;
    return {
      put: (value) => {
        this.typed.add(code);
        stamp = `${writer}:${(this.stamps += 1)}`;
        return store.put({ ...key, value, stamp, typedAt: new Date(now()).toISOString() });
      },
      remove: async () => {
        this.typed.delete(code);
        if (stamp !== null) {
          await store.remove({ ...key, stamp });
          stamp = null;
        }
      },
    };
  }

  private changed(code: string): void {
    this.takeUpNext(code);
    this.settings.changed(code);
    if (this.settled.size > 0 && this.unacknowledged().length === 0) {
      this.settled.forEach((done) => done());
      this.settled.clear();
    }
  }

  /** One draft after the other: two that say different things meet as two people's would. */
  private takeUpNext(code: string): void {
    const answer = this.answers.get(code);
    const [next, ...rest] = this.left.get(code) ?? [];
    if (!answer || !next || answer.unacknowledged) {
      return;
    }
    this.left.set(code, rest);
    answer.adopt(next.value);
    void answer.whenKept().then(() => this.settings.store.remove(next)).catch(() => undefined);
  }
}
