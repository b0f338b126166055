import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { Clock } from '../../platform/time/clock';
import { remainingUntil } from '../../ui/format/remaining';
import { Icon } from '../../ui/icon/icon';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import { InboxBell } from './inbox-bell';
import { UserMenu } from './user-menu';

/** The band at the top: the product, where the cycle stands and how long there is left, and who is signed in. */
@Component({
  selector: 'par-shell-header',
  imports: [Icon, InboxBell, RouterLink, UserMenu],
  templateUrl: './shell-header.html',
  styleUrl: './shell-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShellHeader {
  private readonly current = inject(CurrentCycle);
  private readonly clock = inject(Clock);
  readonly menu = output<void>();

  protected readonly cycle = this.current.cycle;
  protected readonly phase = computed(() => {
    const cycle = this.cycle();
    return cycle && PHASE_WORDS[cycle.phase];
  });
  protected readonly remaining = computed(() => {
    const window = this.current.window();
    return window && remainingUntil(window.deadlineAt, this.clock.now());
  });
}
