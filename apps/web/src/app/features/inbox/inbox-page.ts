import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, linkedSignal, signal, viewChildren } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type NotificationPage, notificationWords, type NotificationView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { Unread } from '../../platform/inbox/unread';
import { shownLanguage } from '../../platform/language/load-language';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { InboxApi } from './inbox-api';
import { neighbourOf } from './neighbour';

/** What one was told of, the newest first. Opening one reads it; the arrow keys go from one to the next. */
@Component({
  selector: 'par-inbox-page',
  imports: [Chip, EmptyState, LoadState, MatButton, MomentPipe, NumberPipe, PageHeader, Pager, RouterLink],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InboxPage {
  private readonly api = inject(InboxApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly unread = inject(Unread);
  private readonly links = viewChildren<ElementRef<HTMLElement>>('link');

  private readonly language = shownLanguage();

  protected readonly which = signal<'all' | 'unread'>('all');
  protected readonly page = linkedSignal({ source: () => this.which(), computation: () => 1 });
  protected readonly loaded = rxResource({
    params: () => ({ which: this.which(), page: this.page() }),
    stream: ({ params }) => this.api.list(params.which, params.page),
  });
  protected readonly list = linkedSignal<NotificationPage | undefined, NotificationPage | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  /** Of all pages that were shown. */
  private readonly newest = linkedSignal<readonly NotificationView[], number>({
    source: () => this.list()?.items ?? [],
    computation: (items, previous) => Math.max(previous?.value ?? 0, ...items.map(({ createdAt }) => Date.parse(createdAt))),
  });
  protected readonly lines = computed(() => (this.list()?.items ?? []).map((item) => ({ item, words: notificationWords(item.kind, item.parts, this.language) })));

  protected async open(item: NotificationView): Promise<void> {
    await this.read(item);
    await this.router.navigateByUrl(item.path);
  }

  protected async read(item: NotificationView): Promise<void> {
    if (item.readAt === null) {
      await this.attempt(() => firstValueFrom(this.api.read(item.id)));
    }
  }

  /** Up to the newest one that was shown, and a millisecond more, since the database counts finer: what has come since stays unread. */
  protected async readAll(): Promise<void> {
    await this.attempt(() => firstValueFrom(this.api.readAll(new Date(this.newest() + 1).toISOString())));
  }

  protected step(event: KeyboardEvent): void {
    const links = this.links().map(({ nativeElement }) => nativeElement);
    const next = neighbourOf(links, event.target, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  private async attempt(command: () => Promise<void>): Promise<void> {
    try {
      await command();
      this.loaded.reload();
      this.unread.reload();
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    }
  }
}
