import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { CouncilApi } from './council-api';

/** How the members agree, over what both have appraised. */
@Component({
  selector: 'par-blind-figures',
  imports: [LoadState, NumberPipe],
  templateUrl: './blind-figures.html',
  styles: `
    :host { display: grid; gap: var(--space-4); }
    dl { display: flex; flex-wrap: wrap; gap: var(--space-3) var(--space-6); margin: 0; }
    dl > div { display: grid; }
    dt { color: var(--text-muted); font-size: var(--text-small); }
    dd { margin: 0; font-size: var(--text-heading-2); font-weight: 600; font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; }
    th, td { padding: var(--space-2) var(--space-3); text-align: start; border-bottom: 1px solid var(--line-faint); }
    .number { text-align: end; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindFigures {
  private readonly api = inject(CouncilApi);

  readonly cycleId = input.required<string>();

  protected readonly figures = rxResource({ params: () => this.cycleId(), stream: ({ params }) => this.api.blindFigures(params) });
}
