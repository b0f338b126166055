import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { agencySeesAppraisal, type DifferenceView, type ExplanationView, type ThreadView, type WriteRemarkRequest } from '@par-index/contract';
import { EMPTY, type Observable } from 'rxjs';
import { AppraisalDesk } from './appraisal-desk';

/** What the agency says to the differences, beside its appraisal: read once the explanation is open. Lives as long as its page. */
@Injectable()
export class Explanations {
  private readonly http = inject(HttpClient);
  private readonly desk = inject(AppraisalDesk);

  private readonly place = computed(() => {
    const view = this.desk.view();
    return view && agencySeesAppraisal(view.phase) ? view.assessmentId : null;
  });
  readonly loaded = rxResource({
    params: this.place,
    stream: ({ params }) => (params === null ? EMPTY : this.http.get<ExplanationView>(`/api/v1/assessments/${params}/explanation`)),
  });

  of(code: string): DifferenceView | null {
    return this.loaded.hasValue() ? (this.loaded.value().differences.find((difference) => difference.code === code) ?? null) : null;
  }

  thread(assessmentId: string, code: string): Observable<ThreadView> {
    return this.http.get<ThreadView>(addressOf(assessmentId, code));
  }

  remark(assessmentId: string, code: string, request: WriteRemarkRequest): Observable<ThreadView> {
    return this.http.post<ThreadView>(addressOf(assessmentId, code), request);
  }
}

const addressOf = (assessmentId: string, code: string): string => `/api/v1/assessments/${assessmentId}/criteria/${code}/remarks`;
