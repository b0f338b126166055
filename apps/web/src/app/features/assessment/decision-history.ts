import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { Rule } from '@par-index/scoring';
import { LoadState } from '../../ui/loading/load-state';
import { LayerList } from '../../ui/result/layer-list';
import { AssessmentApi } from './assessment-api';
import type { CriterionPlace } from './evidence-api';

/** Every version of the decisions on one criterion, newest first. */
@Component({
  selector: 'par-decision-history',
  imports: [LayerList, LoadState],
  template: `
    @if (loaded.hasValue()) {
      <par-layer-list [layers]="loaded.value()" [rule]="rule()" />
      @if (loaded.value().length === 0) { <p class="muted" i18n>Chưa có quyết định nào.</p> }
    } @else { <par-load-state [of]="loaded" [rows]="2" /> }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionHistory {
  private readonly api = inject(AssessmentApi);

  readonly place = input.required<CriterionPlace>();
  readonly rule = input.required<Rule>();

  protected readonly loaded = rxResource({ params: this.place, stream: ({ params }) => this.api.decisionHistory(params.assessmentId, params.code) });
}
