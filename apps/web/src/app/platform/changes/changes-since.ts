import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { ChangeLine } from '../../ui/changes/change-line';
import { ChangeList } from '../../ui/changes/change-list';
import { ChangesApi } from './changes-api';

/**
 * What changed of an assessment after it was handed in, before the eyes of whoever signs, decides or closes: all of it as a list that
 * leads to the criteria, or of one criterion alone. Nothing where nothing changed.
 */
@Component({
  selector: 'par-changes-since',
  imports: [ChangeLine, ChangeList],
  template: `
    @if (code() === null) {
      @if (changes().length > 0) { <par-change-list [base]="base() + '/' + assessmentId()" [changes]="changes()" /> }
    } @else if (ofCode().length > 0) {
      <par-change-line [kinds]="ofCode()" />
    }
  `,
  styles: `:host:empty { display: none; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangesSince {
  private readonly api = inject(ChangesApi);

  readonly assessmentId = input.required<string>();
  /** Another one is another state of the same assessment: it is asked again. */
  readonly version = input(0);
  /** Of this criterion alone. */
  readonly code = input<string | null>(null);
  /** Where the criteria of the list are read. */
  readonly base = input<'/assessments' | '/appraisals'>('/assessments');

  private readonly loaded = rxResource({
    params: () => ({ assessmentId: this.assessmentId(), version: this.version() }),
    stream: ({ params }) => this.api.ofAssessment(params.assessmentId),
  });
  protected readonly changes = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []));
  protected readonly ofCode = computed(() => this.changes().find(({ code }) => code === this.code())?.kinds ?? []);
}
