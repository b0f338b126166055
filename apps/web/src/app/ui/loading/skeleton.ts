import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Grey bars of the size of what is coming, so that nothing moves when it comes. */
@Component({
  selector: 'par-skeleton',
  template: `@for (line of lines(); track line) { <span [style.height.px]="rowHeight()"></span> }`,
  styleUrl: './skeleton.css',
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  readonly rows = input(6);
  readonly rowHeight = input(40);

  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
