import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { DifferenceView } from '@par-index/contract';
import { Chip } from '../../ui/chips/chip';
import { PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { KIND_WORDS } from '../../ui/thread/outcome-words';
import { type DifferenceMark, markOf, partsOf } from './difference-rows';
import { ExplanationDesk } from './explanation-desk';

/** The differences, what is asked about first: how many points each is about, and what the agency says to it. */
@Component({
  selector: 'par-difference-list',
  imports: [Chip, Icon, PointsPipe],
  templateUrl: './difference-list.html',
  styleUrl: './difference-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferenceList {
  protected readonly desk = inject(ExplanationDesk);

  readonly selected = input<string | null>(null);
  readonly chosen = output<string>();

  protected readonly parts = computed(() => partsOf(this.desk.view()?.differences ?? []));
  protected readonly kindWords = KIND_WORDS;

  protected titleOf({ code }: DifferenceView): string {
    return this.desk.set()?.node(code)?.title ?? '';
  }

  protected markOf(difference: DifferenceView): DifferenceMark {
    return markOf(difference, this.desk.draftOf(difference.code));
  }
}
