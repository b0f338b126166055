import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { AuditEventName, AuditEventView, Page } from '@par-index/contract';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { momentInWords } from '../../ui/format/date-words';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { EVENT_WORDS, payloadInWords } from './audit-words';

/** Who did what, when: every change of the system, newest first. */
@Component({
  selector: 'par-audit-page',
  imports: [Cell, DataTable, EmptyState, LoadState, NumberPipe, PageHeader, Pager],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly http = inject(HttpClient);

  protected readonly events = Object.entries(EVENT_WORDS) as readonly (readonly [AuditEventName, string])[];
  protected readonly event = signal('');
  protected readonly page = linkedSignal({ source: () => this.event(), computation: () => 1 });
  protected readonly loaded = rxResource({
    params: () => ({ event: this.event(), page: this.page() }),
    stream: ({ params }) =>
      this.http.get<Page<AuditEventView>>('/api/v1/audit-events', { params: { page: params.page, ...(params.event ? { event: params.event } : {}) } }),
  });
  protected readonly list = linkedSignal<Page<AuditEventView> | undefined, Page<AuditEventView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });

  protected readonly keyOf = (event: AuditEventView): string => event.id;
  protected readonly payloadOf = payloadInWords;
  protected readonly columns: readonly Column<AuditEventView>[] = [
    { id: 'at', head: $localize`Lúc`, text: (event) => momentInWords(event.at) },
    { id: 'event', head: $localize`Việc`, text: (event) => EVENT_WORDS[event.event] },
    { id: 'actor', head: $localize`Người làm`, text: (event) => event.actor?.fullName ?? $localize`hệ thống` },
    { id: 'payload', head: $localize`Nội dung`, from: 600 },
  ];
}
