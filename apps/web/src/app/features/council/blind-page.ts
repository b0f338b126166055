import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Chip } from '../../ui/chips/chip';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { PointsPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { BlindFigures } from './blind-figures';
import { BlindSettingForm } from './blind-setting-form';
import { CouncilApi } from './council-api';
import { CouncilTabs } from './council-tabs';
import { Sitting } from './sitting';

/** What two members appraise without seeing each other: the reader's own first; for whoever chooses the two also how, and how the members agree. */
@Component({
  selector: 'par-blind-page',
  imports: [BlindFigures, BlindSettingForm, Chip, CouncilTabs, EmptyState, LoadState, PageHeader, Pager, PhaseChip, PointsPipe, RouterLink],
  providers: [Sitting],
  templateUrl: './blind-page.html',
  styleUrl: './line-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindPage {
  private readonly api = inject(CouncilApi);
  private readonly council = inject(Sitting);

  readonly cycleId = input.required<string>();

  protected readonly sitting = this.council.loaded;
  protected readonly page = signal(1);
  protected readonly items = rxResource({
    params: () => ({ cycleId: this.cycleId(), page: this.page() }),
    stream: ({ params }) => this.api.listBlind(params.cycleId, params.page),
  });

  protected readonly assignHint = $localize`Mở một nội dung đang biểu quyết rồi chọn «Giao thẩm định độc lập».`;
  protected readonly memberHint = $localize`Nội dung được giao cho bạn hiện ở đây.`;

  constructor() {
    effect(() => this.council.cycleId.set(this.cycleId()));
  }
}
