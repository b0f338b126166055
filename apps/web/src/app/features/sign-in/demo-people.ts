import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DemoPerson } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { peopleByRole } from './people-by-role';

/** The people of the demonstration as cards, grouped by role, each with what they would do now. */
@Component({
  selector: 'par-demo-people',
  imports: [Icon],
  templateUrl: './demo-people.html',
  styleUrl: './demo-people.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoPeople {
  readonly people = input.required<readonly DemoPerson[]>();
  readonly chosen = output<string>();

  protected readonly groups = computed(() => peopleByRole(this.people()));
}
