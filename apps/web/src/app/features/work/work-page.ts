import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { WorkView } from '@par-index/contract';
import { tap } from 'rxjs';
import { Clock } from '../../platform/time/clock';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { groupWork, summaryOf } from './group-work';
import { WorkLineRow } from './work-line';

/** What is late, returned, due and waiting: each a sentence that leads to the very place. */
@Component({
  selector: 'par-work-page',
  imports: [EmptyState, LoadState, PageHeader, WorkLineRow],
  templateUrl: './work-page.html',
  styleUrl: './work-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkPage {
  private readonly http = inject(HttpClient);
  protected readonly clock = inject(Clock);

  protected readonly loaded = rxResource({
    stream: () => this.http.get<WorkView>('/api/v1/work').pipe(tap(({ now }) => this.clock.set(now))),
  });
  protected readonly work = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly groups = computed(() => groupWork(this.work()?.items ?? []));
  protected readonly summary = computed(() => (this.work() ? summaryOf(this.groups()) : ''));
}
