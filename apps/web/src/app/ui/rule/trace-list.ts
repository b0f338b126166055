import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type LeafTrace, traceInWords } from '@par-index/scoring';

/** «Vì sao?»: each step from the answer to the points, one sentence each. */
@Component({
  selector: 'par-trace-list',
  template: `<ol>@for (line of lines(); track $index) { <li>{{ line }}</li> }</ol>`,
  styles: `
    ol { display: grid; gap: 2px; padding-left: var(--space-5); list-style: decimal; }
    li { max-width: var(--measure); overflow-wrap: anywhere; }
    li::marker { color: var(--text-muted); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TraceList {
  readonly trace = input.required<LeafTrace>();

  protected readonly lines = computed(() => traceInWords(this.trace()));
}
