import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AuditEventName, AuditEventView, AuditFileFormat, AuditQuery, Page } from '@par-index/contract';
import { CanPipe } from '../../platform/session/can';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { fromLocalInput, momentInWords } from '../../ui/format/date-words';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { AuditApi, wantedOf } from './audit-api';
import { EVENT_WORDS, payloadInWords } from './audit-words';

/** What one file holds. */
const MOST = 50_000;

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** Who did what, when: every change of the system, newest first. */
@Component({
  selector: 'par-audit-page',
  imports: [CanPipe, Cell, DataTable, EmptyState, Icon, LoadState, MatButton, NumberPipe, PageHeader, Pager, RouterLink, SearchBox],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly api = inject(AuditApi);

  protected readonly events = Object.entries(EVENT_WORDS) as readonly (readonly [AuditEventName, string])[];
  protected readonly event = signal('');
  protected readonly search = signal('');
  protected readonly from = signal('');
  protected readonly until = signal('');
  /** Lines of one person, or about one thing, chosen from a line. */
  protected readonly person = signal<Chosen | null>(null);
  protected readonly subject = signal<Chosen | null>(null);

  protected readonly wanted = computed<AuditQuery>(() => ({
    event: this.event(),
    search: this.search(),
    from: this.from() && fromLocalInput(`${this.from()}T00:00`),
    until: this.until() && dayAfter(this.until()),
    actorId: this.person()?.id ?? '',
    subjectId: this.subject()?.id ?? '',
  }));
  protected readonly page = linkedSignal({ source: () => this.wanted(), computation: () => 1 });
  protected readonly loaded = rxResource({
    params: () => ({ ...this.wanted(), page: this.page() }),
    stream: ({ params }) => this.api.list(params),
  });
  protected readonly list = linkedSignal<Page<AuditEventView> | undefined, Page<AuditEventView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  /** Why no file can be had now, or null. */
  protected readonly noFile = computed(() => {
    const total = this.list()?.total ?? 0;
    return total > MOST ? $localize`Một tệp chứa tối đa 50.000 dòng. Hãy thu hẹp khoảng thời gian hoặc chọn một việc để xuất.` : total === 0 ? $localize`Không có dòng nào để xuất.` : null;
  });

  protected readonly keyOf = (event: AuditEventView): string => event.id;
  protected readonly payloadOf = payloadInWords;
  protected readonly onlyThese = $localize`Chỉ xem việc của người này`;
  protected readonly onlyThose = $localize`Chỉ xem các dòng về đối tượng này`;
  protected readonly columns: readonly Column<AuditEventView>[] = [
    { id: 'at', head: $localize`Lúc`, text: (event) => momentInWords(event.at) },
    { id: 'event', head: $localize`Việc`, text: (event) => EVENT_WORDS[event.event] },
    { id: 'actor', head: $localize`Người làm` },
    { id: 'payload', head: $localize`Nội dung`, from: 600 },
    { id: 'subject', head: $localize`Đối tượng`, from: 900 },
  ];

  protected fileOf(format: AuditFileFormat): string {
    const query = new URLSearchParams(Object.entries(wantedOf(this.wanted())).map(([name, value]) => [name, String(value)]));
    query.set('format', format);
    return `/api/v1/audit-events/export?${query.toString()}`;
  }

  protected chooseSubject(event: AuditEventView): void {
    this.subject.set({ id: event.subjectId, name: event.subjectId.slice(0, 8) });
  }

  protected choosePerson({ actor }: AuditEventView): void {
    if (actor) {
      this.person.set({ id: actor.id, name: actor.fullName });
    }
  }
}

const A_DAY = 24 * 60 * 60 * 1000;
const dayAfter = (day: string): string => new Date(Date.parse(fromLocalInput(`${day}T00:00`)) + A_DAY).toISOString();
