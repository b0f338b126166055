import type { Draft, DraftStore } from '../../../../platform/drafts/draft';
import type { KeptDraft } from './draft-ports';

const PART = 'document';

export interface KeptPlace {
  readonly store: DraftStore<unknown>;
  readonly userId: string;
  readonly setId: string;
  /** Different for every open page. */
  readonly writer: string;
}

/** Keeps what one page has typed into one draft in this browser, one writing after the other: an older one never comes over a newer one. */
export class KeptDrafts {
  private last: Promise<void> = Promise.resolve();
  private waiting: KeptDraft | null = null;
  private stamps = 0;
  private stamp: string | null = null;
  private works = true;

  constructor(
    private readonly place: KeptPlace,
    private readonly changed: () => void,
  ) {}

  /** False once this browser has refused to keep what was typed. */
  get keeps(): boolean {
    return this.works;
  }

  /** What pages that are gone have left, oldest first. */
  async left(): Promise<readonly Draft<KeptDraft>[]> {
    const { store, userId, setId, writer } = this.place;
    const found = await store.list(userId, this.subject(setId)).catch(() => []);
    return found.filter((draft) => draft.writer !== writer).map((draft) => draft as Draft<KeptDraft>);
  }

  async drop(draft: Draft<KeptDraft>): Promise<void> {
    await this.place.store.remove(draft).catch(() => undefined);
  }

  /** Of several that come while one is written only the newest is written. */
  keep(kept: KeptDraft): void {
    const begun = this.waiting !== null;
    this.waiting = kept;
    if (!begun) {
      this.join(() => this.write());
    }
  }

  forget(): void {
    this.waiting = null;
    this.join(async () => {
      if (this.stamp !== null && this.waiting === null) {
        await this.place.store.remove({ ...this.key(), stamp: this.stamp });
      }
    });
  }

  whenWritten(): Promise<void> {
    return this.last;
  }

  private async write(): Promise<void> {
    const kept = this.waiting;
    this.waiting = null;
    if (kept !== null) {
      this.stamps += 1;
      this.stamp = `${this.place.writer}-${this.stamps}`;
      await this.place.store.put({ ...this.key(), value: kept, stamp: this.stamp, typedAt: new Date().toISOString() });
    }
  }

  private join(step: () => Promise<void>): void {
    this.last = this.last.then(step).then(
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

  private key() {
    const { userId, setId, writer } = this.place;
    return { userId, subject: this.subject(setId), part: PART, writer };
  }

  private subject(setId: string): string {
    return `criteria-set:${setId}`;
  }
}
