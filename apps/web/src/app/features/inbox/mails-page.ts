import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { MailView, Page } from '@par-index/contract';
import { of } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { momentInWords } from '../../ui/format/date-words';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { InboxApi } from './inbox-api';

/** The mails of a system without a mail server, as the people would get them. */
@Component({
  selector: 'par-mails-page',
  imports: [DataTable, EmptyState, LoadState, PageHeader, Pager],
  template: `
    <div class="page page-wide">
      <par-page-header heading="Thư đã gửi" i18n-heading lead="Hệ thống chưa có máy chủ thư: thư được ghi thành tệp .eml trong thư mục dữ liệu và xem được ở đây." i18n-lead />
      @if (throughServer()) {
        <par-empty-state icon="mail" title="Thư được gửi qua máy chủ thư" i18n-title detail="Thư đã đến người nhận nên không xem được ở đây." i18n-detail />
      } @else if (list(); as list) {
        @if (list.items.length > 0) {
          @if (mail.hasValue() && mail.value(); as open) {
            <section class="panel panel-body open" aria-labelledby="mail-subject" aria-live="polite">
              <h2 id="mail-subject">{{ open.subject }}</h2>
              <dl class="small"><dt i18n>Từ</dt><dd>{{ open.from }}</dd><dt i18n>Đến</dt><dd>{{ open.recipientName }} ({{ open.to }})</dd></dl>
              <pre tabindex="0">{{ open.text }}</pre>
            </section>
          }
          <par-data-table caption="Thư đã gửi" i18n-caption [columns]="columns" [rows]="list.items" [rowKey]="keyOf" [choosable]="true" [selected]="chosen()" (rowChosen)="chosen.set($event.id)" />
          <par-pager [page]="list.page" [pageSize]="list.pageSize" [total]="list.total" (turned)="page.set($event)" />
        } @else {
          <par-empty-state icon="mail" title="Chưa có thư nào" i18n-title detail="Thư được gửi trong vòng một phút sau khi có việc cần báo." i18n-detail />
        }
      } @else {
        <par-load-state [of]="loaded" [rows]="10" />
      }
    </div>
  `,
  styles: `
    .open { margin-bottom: var(--space-4); }
    pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 2px var(--space-3); margin: 0 0 var(--space-3); color: var(--text-muted); }
    dd { margin: 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailsPage {
  private readonly api = inject(InboxApi);

  protected readonly page = signal(1);
  protected readonly chosen = signal<string | null>(null);
  protected readonly loaded = rxResource({ params: () => this.page(), stream: ({ params }) => this.api.mails(params) });
  protected readonly mail = rxResource({ params: () => this.chosen(), stream: ({ params }) => (params === null ? of(null) : this.api.mail(params)) });
  protected readonly list = linkedSignal<Page<MailView> | undefined, Page<MailView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  /** There is no such page where mails reach people. */
  protected readonly throughServer = computed(() => {
    const error = this.loaded.error();
    return error !== undefined && refusalOf(error).code === 'record.not-found';
  });

  protected readonly keyOf = (mail: MailView): string => mail.id;
  protected readonly columns: readonly Column<MailView>[] = [
    { id: 'sentAt', head: $localize`Lúc`, text: (mail) => momentInWords(mail.sentAt) },
    { id: 'subject', head: $localize`Tiêu đề`, text: (mail) => mail.subject },
    { id: 'to', head: $localize`Người nhận`, text: (mail) => `${mail.recipientName} (${mail.to})`, from: 600 },
  ];
}
