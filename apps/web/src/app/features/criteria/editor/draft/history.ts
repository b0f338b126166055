import { type Fields, saysTheSame } from './fields';
import type { Path } from './node-path';

/** What stood, what was chosen, and which command came after it. */
export interface Step {
  readonly set: Fields;
  readonly path: Path;
  /** Of the command that led away from it. */
  readonly words: string;
}

export interface Change {
  readonly set: Fields;
  readonly path: Path;
  /** What was done, for whoever takes it back: «xóa tiêu chí». */
  readonly words: string;
  /** Typing in one field is one step: the same key within a moment goes on with it. */
  readonly key?: string;
}

const MOST = 200;
/** Typing that goes on within this time belongs to the step before it. */
export const SAME_STEP = 2_000;

/** What was done and can be taken back, and what was taken back and can be done again. Immutable sets: a step costs a reference. */
export class History {
  private past: readonly Step[] = [];
  private future: readonly Step[] = [];
  private last: { readonly key: string; readonly at: number } | null = null;

  constructor(
    private current: Pick<Step, 'set' | 'path'>,
    private readonly now: () => number = Date.now,
  ) {}

  get set(): Fields {
    return this.current.set;
  }

  /** The words of what would be taken back, or done again; null where there is nothing. */
  get undoes(): string | null {
    return this.past.at(-1)?.words ?? null;
  }

  get redoes(): string | null {
    return this.future.at(-1)?.words ?? null;
  }

  /** `from` is what was chosen before: taking the change back leads there. */
  add({ set, path, words, key }: Change, from: Path = this.current.path): void {
    if (set === this.current.set) {
      return;
    }
    const goesOn = key !== undefined && this.last?.key === key && this.now() - this.last.at < SAME_STEP && this.past.length > 0;
    if (!goesOn) {
      this.past = [...this.past, { set: this.current.set, path: from, words }].slice(-MOST);
    }
    this.future = [];
    this.last = key === undefined ? null : { key, at: this.now() };
    this.current = { set, path };
  }

  undo(): Pick<Step, 'set' | 'path'> {
    const step = this.past.at(-1);
    if (step !== undefined) {
      this.past = this.past.slice(0, -1);
      this.future = [...this.future, { ...this.current, words: step.words }];
      this.goTo(step);
    }
    return this.current;
  }

  redo(): Pick<Step, 'set' | 'path'> {
    const step = this.future.at(-1);
    if (step !== undefined) {
      this.future = this.future.slice(0, -1);
      this.past = [...this.past, { ...this.current, words: step.words }];
      this.goTo(step);
    }
    return this.current;
  }

  /** What somebody else has changed comes into every step, so that taking back never takes back what is theirs. */
  rebase(current: Pick<Step, 'set' | 'path'>, bring: (set: Fields) => Fields): void {
    const brought = (steps: readonly Step[]): readonly Step[] => steps.map((step) => ({ ...step, set: bring(step.set) }));
    [this.past, this.future] = [brought(this.past), brought(this.future)];
    this.past = this.past.filter((step, at) => !saysTheSame(step.set, (this.past[at + 1] ?? current).set));
    this.current = current;
    this.last = null;
  }

  private goTo({ set, path }: Step): void {
    this.current = { set, path };
    this.last = null;
  }
}
