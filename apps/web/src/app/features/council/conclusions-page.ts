import { ChangeDetectionStrategy, Component, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CouncilAssessment } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { StateChip } from '../../ui/chips/state-chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { SearchBox } from '../../ui/search-box/search-box';
import { ChairNaming } from './chair-naming';
import { ConclusionApi } from './conclusion-api';
import { CouncilTabs } from './council-tabs';
import { Sitting } from './sitting';

/** Each assessment before the council: how many items are open, who leads, and its conclusion. */
@Component({
  selector: 'par-conclusions-page',
  imports: [CouncilTabs, EmptyState, LoadState, MatButton, NumberPipe, PageHeader, Pager, PhaseChip, RefusalNotice, SearchBox, StateChip],
  providers: [Sitting],
  templateUrl: './conclusions-page.html',
  styleUrl: './line-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConclusionsPage {
  private readonly api = inject(ConclusionApi);
  private readonly council = inject(Sitting);
  private readonly naming = inject(ChairNaming);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);

  readonly cycleId = input.required<string>();

  protected readonly sitting = this.council.loaded;
  protected readonly search = signal('');
  protected readonly page = linkedSignal<unknown, number>({ source: () => [this.cycleId(), this.search()], computation: () => 1 });
  protected readonly lines = rxResource({
    params: () => ({ cycleId: this.cycleId(), search: this.search(), page: this.page() }),
    stream: ({ params: { cycleId, ...rest } }) => this.api.list(cycleId, rest),
  });
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);

  /** The words on the button stand first in its name. */
  protected readonly concludeLabel = ({ agency }: CouncilAssessment): string => $localize`Kết luận hồ sơ của ${agency.name}:agency:`;
  protected readonly nameLabel = ({ agency, chair }: CouncilAssessment): string =>
    chair === 'acting' ? $localize`Đổi người chủ trì tại ${agency.name}:agency:` : $localize`Cử người chủ trì tại ${agency.name}:agency:`;

  constructor() {
    effect(() => this.council.cycleId.set(this.cycleId()));
  }

  protected async conclude(line: CouncilAssessment): Promise<void> {
    const reason = await this.reasons.ask({
      title: $localize`Kết luận hồ sơ của ${line.agency.name}:agency:?`,
      body: $localize`Điểm của hồ sơ được chốt để tính kết quả sơ bộ. Kết luận xong thì không mở lại.`,
      label: $localize`Lý do`,
      verb: $localize`Kết luận hồ sơ`,
    });
    if (reason !== null) {
      await this.change(async () => {
        await firstValueFrom(this.api.conclude(line, reason));
        this.toasts.done($localize`Đã kết luận hồ sơ của ${line.agency.name}:agency:.`);
      });
    }
  }

  protected async nameChair({ assessmentId, agency }: CouncilAssessment): Promise<void> {
    await this.change(async () => {
      const named = await this.naming.name(assessmentId, agency.name);
      if (named !== null) {
        this.toasts.done($localize`Đã cử ${named}:name: chủ trì thay.`);
      }
    });
  }

  private async change(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
      this.lines.reload();
    }
  }
}
