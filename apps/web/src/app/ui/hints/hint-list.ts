import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { HintView } from '@par-index/contract';
import { RefusalNotice } from '../feedback/refusal-notice';
import { MomentPipe } from '../format/date-pipes';
import { Icon } from '../icon/icon';

/** What is worth a look before deciding, each with its reason and figures; those that were put aside below a toggle. Decides nothing. */
@Component({
  selector: 'par-hint-list',
  imports: [Icon, MatButton, MomentPipe, RefusalNotice],
  templateUrl: './hint-list.html',
  styleUrl: './hint-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HintList {
  readonly hints = input.required<readonly HintView[]>();
  /** Whether the reader may put one aside. */
  readonly mayDismiss = input(false);
  readonly busy = input(false);
  readonly refused = input<string | null>(null);
  readonly dismissed = output<HintView>();
  readonly restored = output<HintView>();
  /** The document of a hint was asked for, by its link. */
  readonly opened = output<string>();

  protected readonly showsAside = signal(false);
  protected readonly standing = computed(() => this.hints().filter(({ dismissal }) => dismissal === null));
  protected readonly aside = computed(() => this.hints().filter(({ dismissal }) => dismissal !== null));
}
