import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { Rule } from '@par-index/scoring';
import { AnswerText } from '../../ui/answer/answer-text';
import { MomentPipe } from '../../ui/format/date-pipes';
import { PointsPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { AssessmentApi } from './assessment-api';
import type { CriterionPlace } from './evidence-api';

/** Every version of one answer, newest first. */
@Component({
  selector: 'par-answer-history',
  imports: [AnswerText, LoadState, MomentPipe, PointsPipe],
  template: `
    @if (loaded.hasValue()) {
      <ol>
        @for (revision of loaded.value(); track revision.version) {
          <li>
            <span class="muted small">{{ revision.at | moment }} · {{ revision.by }}</span>
            <span><par-answer-text [rule]="rule()" [answer]="revision.answer" /> · {{ revision.points | points }} <ng-container i18n>điểm</ng-container></span>
            @if (revision.note) { <span class="text">{{ revision.note }}</span> }
            @if (revision.evidenceExplanation) { <span class="text"><ng-container i18n>Giải trình thay tài liệu:</ng-container> {{ revision.evidenceExplanation }}</span> }
          </li>
        } @empty { <li class="muted" i18n>Chưa có lần lưu nào.</li> }
      </ol>
    } @else { <par-load-state [of]="loaded" [rows]="2" /> }
  `,
  styles: `
    ol { display: grid; gap: var(--space-3); }
    li { display: grid; gap: 2px; overflow-wrap: anywhere; }
    .text { white-space: pre-wrap; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerHistory {
  private readonly api = inject(AssessmentApi);

  readonly place = input.required<CriterionPlace>();
  readonly rule = input.required<Rule>();
  /** Changes with every save, so that the list is read anew. */
  readonly version = input.required<number>();

  protected readonly loaded = rxResource({
    params: () => ({ ...this.place(), version: this.version() }),
    stream: ({ params }) => this.api.answerHistory(params.assessmentId, params.code),
  });
}
