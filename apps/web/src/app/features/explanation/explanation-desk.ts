import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { DifferenceView, ExplanationConflict, ExplanationView } from '@par-index/contract';
import { compileCriteriaSet } from '@par-index/scoring';
import { EMPTY, firstValueFrom, tap } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Clock } from '../../platform/time/clock';
import { ExplanationApi } from './explanation-api';
import { afterSaving, beginDraft, choosing, type ExplanationDraft, inConflict, isUnsent, lacksText, requestOf, typedInto } from './explanation-draft';

/** How long after the last key it is sent. */
const PAUSE = 800;
/** How long after a lost connection it is tried again. */
const AGAIN = 5_000;

/** The round of one agency on the desk: what was loaded, what is being typed, and the commands. Lives as long as its page. */
@Injectable()
export class ExplanationDesk {
  private readonly api = inject(ExplanationApi);
  private readonly clock = inject(Clock);
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly sending = new Map<string, Promise<void>>();

  readonly assessmentId = signal<string | null>(null);
  readonly loaded = rxResource({
    params: this.assessmentId,
    stream: ({ params }) => (params === null ? EMPTY : this.api.get(params).pipe(tap(({ now }) => this.clock.set(now)))),
  });
  /** The last one that was read; a reload leaves it in place. */
  readonly view = linkedSignal<ExplanationView | undefined, ExplanationView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? (previous?.value?.assessmentId === this.assessmentId() ? previous.value : null),
  });
  private readonly criteriaSet = computed(() => this.view()?.criteriaSet ?? null);
  readonly set = computed(() => {
    const set = this.criteriaSet();
    return set && compileCriteriaSet(set);
  });
  readonly codes = computed(() => (this.view()?.differences ?? []).map(({ code }) => code));
  private readonly drafts = linkedSignal<string | null, ReadonlyMap<string, ExplanationDraft>>({ source: this.assessmentId, computation: () => new Map() });

  /** Differences with a stance, those that are explained, and those that say `explain` without a word. */
  readonly answered = computed(() => this.codes().filter((code) => this.draftOf(code).stance !== null).length);
  readonly explained = computed(() => this.codes().filter((code) => this.draftOf(code).stance === 'explain'));
  readonly lacking = computed(() => this.codes().filter((code) => lacksText(this.draftOf(code))));
  readonly unsent = computed(() => [...this.drafts()].filter(([, draft]) => isUnsent(draft)).map(([code]) => code));

  differenceOf(code: string): DifferenceView | null {
    return this.view()?.differences.find((difference) => difference.code === code) ?? null;
  }

  draftOf(code: string): ExplanationDraft {
    return this.drafts().get(code) ?? beginDraft(this.differenceOf(code)?.explanation ?? null);
  }

  write(code: string, changes: Partial<Pick<ExplanationDraft, 'stance' | 'text'>>): void {
    this.keep(code, typedInto(this.draftOf(code), changes));
    this.schedule(code, PAUSE);
  }

  choose(code: string, side: 'mine' | 'theirs'): void {
    this.keep(code, choosing(this.draftOf(code), side));
    void this.flush(code);
  }

  /** Sends what is typed at one difference now, and waits for it. */
  async flush(code: string): Promise<void> {
    clearTimeout(this.timers.get(code));
    await this.sending.get(code);
    const { state } = this.draftOf(code);
    if (state === 'typed' || state === 'unsent') {
      const sent = this.send(code).finally(() => this.sending.delete(code));
      this.sending.set(code, sent);
      await sent;
    }
  }

  /** Sends everything, and says whether nothing is left. */
  async flushAll(): Promise<boolean> {
    await Promise.all(this.unsent().map((code) => this.flush(code)));
    return this.unsent().length === 0;
  }

  /** Reads everything again; what is typed stays. */
  async refresh(): Promise<void> {
    const id = this.assessmentId();
    if (id !== null) {
      this.view.set(await firstValueFrom(this.api.get(id)));
      this.drafts.update((drafts) => new Map([...drafts].filter(([, draft]) => isUnsent(draft))));
    }
  }

  close(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    void this.flushAll();
  }

  private schedule(code: string, after: number): void {
    clearTimeout(this.timers.get(code));
    this.timers.set(code, setTimeout(() => void this.flush(code), after));
  }

  private async send(code: string): Promise<void> {
    const draft = this.draftOf(code);
    const request = requestOf(draft);
    const assessmentId = this.assessmentId();
    if (request === null || assessmentId === null) {
      return;
    }
    this.keep(code, { ...draft, state: 'saving' });
    try {
      const entry = await firstValueFrom(this.api.save({ assessmentId, code }, draft.server?.version ?? 0, request));
      this.keep(code, afterSaving(this.draftOf(code), entry));
      if (this.draftOf(code).state === 'typed') {
        this.schedule(code, PAUSE);
      }
    } catch (error) {
      this.keepRefused(code, error);
    }
  }

  private keepRefused(code: string, error: unknown): void {
    const refusal = refusalOf(error);
    const draft = this.draftOf(code);
    if (refusal.code === 'record.version-stale') {
      this.keep(code, inConflict(draft, (refusal.problem as ExplanationConflict | null)?.current ?? null));
    } else if (refusal.code === 'network.unreachable') {
      this.keep(code, { ...draft, state: 'unsent' });
      this.schedule(code, AGAIN);
    } else {
      this.keep(code, { ...draft, state: 'refused', because: refusal.detail });
    }
  }

  private keep(code: string, draft: ExplanationDraft): void {
    this.drafts.update((drafts) => new Map([...drafts, [code, draft]]));
  }
}
