import type { AnswerDraft, DraftPlace } from './autosave-ports';

/** Writes a criterion's draft, one writing after the other, so that an older one never comes over a newer one. */
export class DraftQueue {
  private last: Promise<void> = Promise.resolve();
  private works = true;

  constructor(
    private readonly place: DraftPlace,
    private readonly changed: () => void,
  ) {}

  /** False once this browser has refused to keep a draft, until it keeps one again. */
  get keeps(): boolean {
    return this.works;
  }

  keep(draft: AnswerDraft): void {
    this.write(() => this.place.put(draft));
  }

  forget(): void {
    this.write(() => this.place.remove());
  }

  /** When everything handed over so far is written, or has failed. */
  whenWritten(): Promise<void> {
    return this.last;
  }

  private write(writing: () => Promise<void>): void {
    this.last = this.last.then(writing).then(
      () => this.note('works'),
      () => this.note('fails'),
    );
  }

  private note(outcome: 'works' | 'fails'): void {
    const works = outcome === 'works';
    if (this.works !== works) {
      this.works = works;
      this.changed();
    }
  }
}
