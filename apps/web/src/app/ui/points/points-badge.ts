import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { maximumFigure, pointsFigure } from '../format/number-words';
import { pointsLook } from './points-look';

/** «1,93 / 2»: points of one criterion, green when full, amber when partial, without colour for zero, a dash where there are none. */
@Component({
  selector: 'par-points-badge',
  template: `<span class="got">{{ got() }}</span><span class="max"> / {{ maximum() }}</span>`,
  styleUrl: './points-badge.css',
  host: { '[class]': 'look() + " " + size()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PointsBadge {
  readonly points = input.required<number | null>();
  readonly max = input.required<number>();
  readonly size = input<'row' | 'figure'>('row');

  protected readonly look = computed(() => pointsLook(this.points(), this.max()));
  protected readonly got = computed(() => {
    const points = this.points();
    return points === null ? '–' : pointsFigure(points);
  });
  protected readonly maximum = computed(() => maximumFigure(this.max()));
}
