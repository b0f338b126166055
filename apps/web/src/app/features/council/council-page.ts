import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CouncilView, ITEM_STATES, type ItemState } from '@par-index/contract';
import { EMPTY, firstValueFrom } from 'rxjs';
import { CycleChanges } from '../../platform/changes/cycle-changes';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { refusalOf } from '../../platform/problem/refusal';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { Confirm } from '../../ui/prompt/confirm';
import { SearchBox } from '../../ui/search-box/search-box';
import { CouncilApi, minutesAddress } from './council-api';
import { CouncilTabs } from './council-tabs';
import { ITEM_STATE_LOOKS } from './council-words';
import { ItemList } from './item-list';
import { Sitting } from './sitting';

/** What the council has before it in one cycle; without a cycle in the address, in the one that is running. */
@Component({
  selector: 'par-council-page',
  imports: [CouncilTabs, Countdown, CycleChanges, EmptyState, Icon, ItemList, LoadState, MatButton, NumberPipe, PageHeader, Pager, PhaseChip, RefusalNotice, RouterLink, SearchBox],
  providers: [Sitting],
  templateUrl: './council-page.html',
  styleUrl: './council-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CouncilPage {
  private readonly api = inject(CouncilApi);
  private readonly confirm = inject(Confirm);
  private readonly council = inject(Sitting);
  private readonly current = inject(CurrentCycle);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);

  /** From the address; absent at the entrance. */
  readonly cycleId = input<string>();
  /** From the query of the address. */
  readonly state = input<string>();
  readonly blind = input<string>();

  protected readonly search = signal('');
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly cycles = computed(() => this.current.cycles().filter(({ phase }) => phase !== 'preparing'));
  protected readonly chosen = computed(() => this.cycleId() ?? (this.cycles().find(({ phase }) => phase !== 'published') ?? this.cycles()[0])?.id ?? null);
  protected readonly known = computed(() => this.current.cycles().length > 0);
  protected readonly shownState = computed<ItemState | null>(() => ITEM_STATES.find((state) => state === this.state()) ?? null);
  protected readonly shownBlind = computed(() => (this.blind() === 'apart' ? ('apart' as const) : null));
  protected readonly page = linkedSignal<unknown, number>({ source: () => [this.chosen(), this.shownState(), this.shownBlind(), this.search()], computation: () => 1 });

  protected readonly sitting = this.council.loaded;
  protected readonly items = rxResource({
    params: () => ({ cycleId: this.chosen(), state: this.shownState(), blind: this.shownBlind(), search: this.search(), page: this.page() }),
    stream: ({ params: { cycleId, ...rest } }) => (cycleId === null ? EMPTY : this.api.list({ cycleId, ...rest })),
  });
  protected readonly filters = ITEM_STATES.map((state) => ({ state, words: ITEM_STATE_LOOKS[state].words }));
  protected readonly minutesAddress = minutesAddress;

  constructor() {
    effect(() => this.council.cycleId.set(this.chosen()));
  }

  protected filter(state: ItemState | null): void {
    void this.router.navigate([], { queryParams: { state, blind: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected filterApart(): void {
    void this.router.navigate([], { queryParams: { state: null, blind: this.shownBlind() === null ? 'apart' : null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected open(cycleId: string): void {
    void this.router.navigate(['/council', cycleId]);
  }

  protected async conclude({ cycleId, concludable, gathered, voting }: CouncilView): Promise<void> {
    const open = gathered + voting;
    const agreed = await this.confirm.ask({
      title: $localize`Kết luận các hồ sơ không còn nội dung mở?`,
      body: $localize`Điểm của các hồ sơ này được chốt để tính kết quả sơ bộ.`,
      effects: [$localize`${concludable}:count: hồ sơ được kết luận.`, $localize`${open}:count: nội dung còn mở, hồ sơ có các nội dung đó chưa kết luận.`],
      verb: $localize`Kết luận`,
    });
    if (agreed) {
      await this.concludeNow(cycleId);
    }
  }

  private async concludeNow(cycleId: string): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      const { concluded } = await firstValueFrom(this.api.conclude(cycleId));
      this.toasts.done($localize`Đã kết luận ${concluded}:count: hồ sơ.`);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
      this.sitting.reload();
      this.items.reload();
    }
  }
}
