import type { AnswerView, SavedAnswer } from '@par-index/contract';
import type { Draft, DraftKey, DraftStore } from '../../platform/drafts/draft';
import type { Copy, CopyStore } from '../../platform/offline/copies';
import { type AnswerContent, NO_CONTENT, sameContent, standingOf } from './answer-content';
import type { AnswerDraft, Later, SaveOutcome } from './autosave-ports';

/** Time that passes when the test says so. */
export class ManualTime {
  private at = 0;
  private waiting: { readonly due: number; readonly run: () => void }[] = [];

  readonly now = (): number => this.at;

  readonly later: Later = (milliseconds, run) => {
    const entry = { due: this.at + milliseconds, run };
    this.waiting.push(entry);
    return () => (this.waiting = this.waiting.filter((other) => other !== entry));
  };

  pass(milliseconds: number): void {
    const end = this.at + milliseconds;
    for (let next = this.nextDue(end); next; next = this.nextDue(end)) {
      const due = next;
      this.waiting = this.waiting.filter((other) => other !== due);
      this.at = due.due;
      due.run();
    }
    this.at = end;
  }

  private nextDue(end: number) {
    return this.waiting.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0];
  }
}

/** Drafts that outlive a page, in memory. */
export class MemoryDrafts implements DraftStore<AnswerDraft> {
  readonly kept = new Map<string, Draft<AnswerDraft>>();

  list(userId: string, subject: string): Promise<readonly Draft<AnswerDraft>[]> {
    return Promise.resolve([...this.kept.values()].filter((draft) => draft.userId === userId && draft.subject === subject));
  }

  put(draft: Draft<AnswerDraft>): Promise<void> {
    this.kept.set(keyOf(draft), draft);
    return Promise.resolve();
  }

  remove(draft: Pick<Draft<AnswerDraft>, keyof DraftKey | 'stamp'>): Promise<void> {
    if (this.kept.get(keyOf(draft))?.stamp === draft.stamp) {
      this.kept.delete(keyOf(draft));
    }
    return Promise.resolve();
  }
}

const keyOf = ({ userId, subject, part, writer }: DraftKey): string => [userId, subject, part, writer].join('|');

/** Copies that outlive a page, in memory. */
export class MemoryCopies implements CopyStore {
  private kept = new Map<string, Copy<unknown>>();

  find(userId: string, subject: string): Promise<Copy<unknown> | null> {
    return Promise.resolve(this.kept.get(`${userId}|${subject}`) ?? null);
  }

  put(copy: Copy<unknown>): Promise<void> {
    this.kept.set(`${copy.userId}|${copy.subject}`, copy);
    return Promise.resolve();
  }

  remove(userId: string, subject: string): Promise<void> {
    this.kept.delete(`${userId}|${subject}`);
    return Promise.resolve();
  }

  keepOnly(userId: string | null): Promise<void> {
    this.kept = new Map([...this.kept].filter(([, copy]) => copy.userId === userId));
    return Promise.resolve();
  }
}

/** One criterion on a server that compares versions as ours does: a save that comes twice is one save. */
export class OneAnswerServer {
  readonly revisions: AnswerView[] = [];

  view(): AnswerView | null {
    return this.revisions.at(-1) ?? null;
  }

  save(by: string, content: AnswerContent, version: number): SaveOutcome {
    const stands = standingOf(this.view());
    const twice = stands.version === version + 1 && stands.updatedBy === by;
    if (stands.version > 0 && (stands.version === version || twice) && sameContent(stands.content, content)) {
      return this.saved();
    }
    if (stands.version !== version) {
      return { kind: 'stale', current: stands };
    }
    this.revisions.push({ code: '1', ...content, points: null, late: false, updatedAt: `t${version + 1}`, updatedBy: by, version: version + 1 });
    return this.saved();
  }

  private saved(): SaveOutcome {
    return { kind: 'saved', saved: { saved: this.view() } as SavedAnswer };
  }
}

export const contentOf = (given: Partial<AnswerContent>): AnswerContent => ({ ...NO_CONTENT, ...given });

/** Lets everything happen that waits for nothing but its turn. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    await Promise.resolve();
  }
}
