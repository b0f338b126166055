import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** «6/9» with a bar under it: the figure says it, the bar only shows it. */
@Component({
  selector: 'par-progress-bar',
  template: `
    <span class="figure"><strong>{{ decided() }}</strong>/{{ toDecide() }}</span>
    <span class="track" aria-hidden="true"><span [class.done]="share() === 100" [style.width.%]="share()"></span></span>
  `,
  styles: `
    :host { display: inline-grid; grid-template-columns: auto minmax(40px, 120px); gap: var(--space-2); align-items: center; }
    .figure { min-width: 44px; text-align: right; white-space: nowrap; }
    .track { height: 6px; overflow: hidden; background: var(--line); border-radius: 3px; }
    .track span { display: block; height: 100%; background: var(--action); border-radius: 3px; }
    .track .done { background: var(--full-shape); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgressBar {
  readonly decided = input.required<number>();
  readonly toDecide = input.required<number>();

  protected readonly share = computed(() => (this.toDecide() === 0 ? 0 : (100 * this.decided()) / this.toDecide()));
}
