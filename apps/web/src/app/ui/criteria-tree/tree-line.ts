import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { maximumFigure } from '../format/number-words';
import { Icon } from '../icon/icon';
import type { TreeMark } from './tree-mark';
import type { TreeRow } from './tree-rows';

/** What one line of the tree shows: code, title, how it stands, its points out of the maximum. */
@Component({
  selector: 'par-tree-line',
  imports: [Icon],
  template: `
    <par-icon class="twist" [class.open]="row().expanded" [class.none]="row().leaf" name="next" [size]="18" />
    <span class="code">{{ row().code }}</span>
    <span class="title" [title]="row().title">{{ row().title }}</span>
    @if (mark(); as mark) { <par-icon class="mark" [class]="mark.tone" [name]="mark.icon" [size]="18" [label]="mark.words" /> }
    <span class="points">
      @if (points() !== null) { <span class="got">{{ points() }}</span><span class="max of"> / {{ maximum() }}</span> } @else { <span class="max">{{ maximum() }}</span> }
    </span>
    @if (share() !== null) { <span class="bar" aria-hidden="true"><span [style.width.%]="share()"></span></span> }
  `,
  styleUrl: './tree-line.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TreeLine {
  readonly row = input.required<TreeRow>();
  readonly mark = input<TreeMark>();
  readonly points = input<string | null>(null);
  /** Percent of the maximum, for the bar under a field of work. */
  readonly share = input<number | null>(null);

  protected readonly maximum = computed(() => maximumFigure(this.row().max));
}
