import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { NextCyclePreview, NextCycleProposal } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { windowDrafts } from './cycle-draft';
import { NextCycleApi } from './next-cycle-api';
import { NextCycleCarried } from './next-cycle-carried';
import { firstChoice, type NextCycleChoice, requestOf } from './next-cycle-choice';
import { NextCycleDates } from './next-cycle-dates';
import { NextCycleSets } from './next-cycle-sets';
import { NextCycleSummary } from './next-cycle-summary';

type Step = 'sets' | 'dates' | 'carried' | 'summary';

const STEPS: readonly { readonly step: Step; readonly words: string }[] = [
  { step: 'sets', words: $localize`Bộ tiêu chí và cơ quan` },
  { step: 'dates', words: $localize`Thời hạn` },
  { step: 'carried', words: $localize`Chuyển sang từ kỳ trước` },
  { step: 'summary', words: $localize`Xem trước và tạo` },
];

/** The cycle of the year after, in four steps; the last one shows exactly what will be created. Nothing is written before. */
@Component({
  selector: 'par-next-cycle-page',
  imports: [FieldError, Icon, LoadState, MatButton, NextCycleCarried, NextCycleDates, NextCycleSets, NextCycleSummary, PageHeader, RefusalNotice, RouterLink],
  templateUrl: './next-cycle-page.html',
  styles: `
    ol { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); }
    li { color: var(--text-muted); }
    [aria-current] { color: var(--text); font-weight: 600; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextCyclePage {
  private readonly api = inject(NextCycleApi);
  private readonly current = inject(CurrentCycle);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly steps = STEPS;
  protected readonly at = signal(0);
  protected readonly step = computed(() => STEPS[this.at()]?.step ?? 'sets');
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly preview = signal<NextCyclePreview | null>(null);
  protected readonly loaded = rxResource({ params: this.id, stream: ({ params }) => this.api.propose(params) });
  protected readonly proposal = computed<NextCycleProposal | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly choice = linkedSignal<NextCycleChoice | null>(() => {
    const proposal = this.proposal();
    return proposal && firstChoice(proposal, windowDrafts(proposal));
  });
  /** Said while it is typed, not after three more steps. */
  protected readonly titleProblem = computed(() => {
    const title = this.choice()?.title.trim() ?? '';
    const isTaken = this.proposal()?.sameYear.includes(title) ?? false;
    return title === '' ? $localize`Hãy nhập ô này.` : isTaken ? $localize`Đã có kỳ đánh giá tên này. Hãy đặt tên khác.` : null;
  });
  /** What the server says of a place that no field shows. */
  protected readonly others = computed(() => {
    const refusal = this.refusal();
    return refusal && (refusal.fields.length > 0 ? refusal.fields.map(({ detail }) => detail).join(' ') : refusal.detail);
  });

  protected change(part: Partial<NextCycleChoice>): void {
    this.choice.update((choice) => choice && { ...choice, ...part });
  }

  protected async go(by: 1 | -1): Promise<void> {
    this.refusal.set(null);
    const next = this.at() + by;
    if (by === 1 && this.titleProblem() !== null) {
      document.getElementById('next-title')?.focus();
      return;
    }
    if (STEPS[next]?.step !== 'summary' || (await this.show())) {
      this.at.set(next);
      document.getElementById('step-title')?.focus();
    }
  }

  protected create(): Promise<void> {
    return this.attempt(async () => {
      const [proposal, choice, preview] = [this.proposal(), this.choice(), this.preview()];
      if (proposal && choice && preview) {
        const made = await firstValueFrom(this.api.create(this.id(), { ...requestOf(proposal, choice), expected: preview.digest }));
        this.toasts.done($localize`Đã tạo ${made.title}:title:.`);
        this.current.reload();
        await this.router.navigate(['/cycles', made.id]);
      }
    });
  }

  /** Whether there is a preview now. */
  private async show(): Promise<boolean> {
    this.preview.set(null);
    await this.attempt(async () => {
      const [proposal, choice] = [this.proposal(), this.choice()];
      if (proposal && choice) {
        this.preview.set(await firstValueFrom(this.api.preview(this.id(), requestOf(proposal, choice))));
      }
    });
    return this.preview() !== null;
  }

  private async attempt(command: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await command();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refusal.set(refusal);
      if (refusal.code === 'record.version-stale') {
        this.loaded.reload();
        this.at.set(0);
      }
    } finally {
      this.busy.set(false);
    }
  }
}
