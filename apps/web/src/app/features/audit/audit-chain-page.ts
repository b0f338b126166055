import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AuditCheckView } from '@par-index/contract';
import { firstValueFrom, type Observable } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { AuditApi } from './audit-api';
import { checkInWords, isOpen } from './check-words';
import { SealFacts } from './seal-facts';

/** How often a check under way is asked how far it is. */
const POLL = 1500;

/** Whether the log is whole: the last seal, a check of everything now, and what earlier ones found. */
@Component({
  selector: 'par-audit-chain-page',
  imports: [Icon, LoadState, MatButton, MomentPipe, NumberPipe, PageHeader, RefusalNotice, RouterLink, SealFacts],
  templateUrl: './audit-chain-page.html',
  styles: `
    progress { width: 100%; height: 10px; accent-color: var(--action); }
    li { overflow-wrap: anywhere; }
    .findings { display: grid; gap: var(--space-2); padding-left: var(--space-4); list-style: decimal; }
    .checks { display: grid; gap: var(--space-2); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditChainPage {
  private readonly api = inject(AuditApi);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly loaded = rxResource({ stream: () => this.api.chain() });
  protected readonly chain = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  /** The one under way, or the last one. */
  protected readonly check = linkedSignal<AuditCheckView | undefined, AuditCheckView | null>({
    source: () => this.chain()?.checks[0],
    computation: (newest, previous) => newest ?? previous?.value ?? null,
  });
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly words = checkInWords;
  protected readonly open = isOpen;

  constructor() {
    effect(() => this.follow(this.check()));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected ask(): Promise<void> {
    return this.command(this.api.ask());
  }

  protected cancel(check: AuditCheckView): Promise<void> {
    return this.command(this.api.cancel(check.id));
  }

  private async command(command: Observable<AuditCheckView>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.check.set(await firstValueFrom(command));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }

  /** Asks again until it has ended; then the page as a whole. */
  private follow(check: AuditCheckView | null): void {
    clearTimeout(this.timer);
    if (check && isOpen(check)) {
      this.timer = setTimeout(() => void this.look(check.id), POLL);
    }
  }

  private async look(id: string): Promise<void> {
    try {
      const check = await firstValueFrom(this.api.check(id));
      this.check.set(check);
      if (!isOpen(check)) {
        this.loaded.reload();
      }
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
