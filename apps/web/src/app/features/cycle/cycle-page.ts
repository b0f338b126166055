import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CycleView, nextPhase } from '@par-index/contract';
import { firstValueFrom, tap } from 'rxjs';
import { CycleChanges } from '../../platform/changes/cycle-changes';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { PageTitle } from '../../platform/navigation/page-title';
import { refusalOf } from '../../platform/problem/refusal';
import { CanPipe } from '../../platform/session/can';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import { CycleApi } from './cycle-api';
import { ClockWaits } from './clock-waits';
import { CycleFacts } from './cycle-facts';
import { PhaseSteps } from './phase-steps';
import { PlannedExemptions } from './planned-exemptions';
import { Progress } from './progress';
import { PublicationBlockers } from './publication-blockers';

/** One cycle: where it stands, the one next step, and who is where. */
@Component({
  selector: 'par-cycle-page',
  imports: [CanPipe, ClockWaits, CycleChanges, CycleFacts, Icon, LoadState, MatButton, PageHeader, PhaseChip, PhaseSteps, PlannedExemptions, Progress, PublicationBlockers, RefusalNotice, RouterLink],
  templateUrl: './cycle-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CyclePage {
  private readonly api = inject(CycleApi);
  private readonly clock = inject(Clock);
  private readonly current = inject(CurrentCycle);
  private readonly reasons = inject(ReasonPrompt);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly loaded = rxResource({ params: this.id, stream: ({ params }) => this.api.get(params).pipe(tap(({ now }) => this.clock.set(now))) });
  protected readonly cycle = linkedSignal<CycleView | undefined, CycleView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly next = computed(() => {
    const cycle = this.cycle();
    const phase = cycle && nextPhase(cycle.phase);
    return phase ? { phase, words: PHASE_WORDS[phase] } : null;
  });
  /** Counts the moves made here, so that the parts load again. */
  protected readonly moves = signal(0);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const cycle = this.cycle();
      if (cycle) {
        title.name(cycle.title);
      }
    });
  }

  protected openNext(cycle: CycleView): Promise<void> {
    return this.attempt(async () => {
      const { to, effects, blockers } = await firstValueFrom(this.api.preview(cycle.id));
      if (blockers.length > 0) {
        this.refused.set(blockers.join(' '));
        return;
      }
      const words = PHASE_WORDS[to];
      const reason = await this.reasons.ask({ title: $localize`Mở giai đoạn ${words}:phase:?`, body: $localize`Giai đoạn chỉ đi tới, không quay lại. Việc này sẽ:`, effects, label: $localize`Lý do hoặc căn cứ`, verb: $localize`Mở giai đoạn` });
      if (reason !== null) {
        this.moved(await firstValueFrom(this.api.openPhase(cycle, { to, reason })));
        this.toasts.done($localize`Đã mở giai đoạn ${words}:phase:.`);
      }
    });
  }

  protected publish(cycle: CycleView): Promise<void> {
    return this.attempt(async () => {
      const reason = await this.reasons.ask({ title: $localize`Công bố kết quả năm ${cycle.year}:year:?`, body: $localize`Kết quả được lưu nguyên vẹn và ai cũng xem được. Sau đó chỉ có thể đính chính bằng lần công bố mới.`, label: $localize`Căn cứ công bố (số, ngày văn bản phê duyệt)`, verb: $localize`Công bố kết quả` });
      if (reason !== null) {
        await firstValueFrom(this.api.publish(cycle, reason));
        this.toasts.done($localize`Đã công bố kết quả năm ${cycle.year}:year:.`);
        this.current.reload();
        await this.router.navigate(['/results', cycle.id, cycle.sets[0]?.groupCode ?? '']);
      }
    });
  }

  private moved(cycle: CycleView): void {
    this.cycle.set(cycle);
    this.moves.update((count) => count + 1);
    this.current.reload();
  }

  private async attempt(command: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await command();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
