import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { GroupResultView } from '@par-index/contract';
import { NumberPipe } from '../format/number-pipes';

/** The first three seconds of a ranking: who leads, the mean, the spread, and how many agencies have each grade. */
@Component({
  selector: 'par-result-headline',
  imports: [NumberPipe],
  templateUrl: './result-headline.html',
  styleUrl: './result-headline.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultHeadline {
  readonly result = input.required<GroupResultView>();

  protected readonly leaders = computed(() => this.result().rows.filter(({ rank }) => rank === 1));
  protected readonly leaderNames = computed(() => this.leaders().map(({ agency }) => agency.name).join(', '));
}
