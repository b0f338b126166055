import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AnswerRevision, AppraisalLayerView, AssessmentSummary, AssessmentView, HistoryLine, MoveAssessmentRequest, Page, SaveAnswerRequest, SavedAnswer, SubmissionMark } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

const ROOT = '/api/v1/assessments';

export interface AssessmentQuery {
  readonly cycleId: string;
  readonly search: string;
  readonly marked?: SubmissionMark | '';
  readonly page: number;
}

@Injectable({ providedIn: 'root' })
export class AssessmentApi {
  private readonly http = inject(HttpClient);

  list({ cycleId, search, marked, page }: AssessmentQuery): Observable<Page<AssessmentSummary>> {
    return this.http.get<Page<AssessmentSummary>>(ROOT, { params: { ...(cycleId ? { cycleId } : {}), ...(search ? { search } : {}), ...(marked ? { marked } : {}), page } });
  }

  get(id: string): Observable<AssessmentView> {
    return this.http.get<AssessmentView>(`${ROOT}/${id}`);
  }

  history(id: string): Observable<readonly HistoryLine[]> {
    return this.http.get<readonly HistoryLine[]>(`${ROOT}/${id}/history`);
  }

  answerHistory(id: string, code: string): Observable<readonly AnswerRevision[]> {
    return this.http.get<readonly AnswerRevision[]>(`${ROOT}/${id}/answers/${code}/history`);
  }

  /** Every version of the decisions on one criterion, newest first. */
  decisionHistory(id: string, code: string): Observable<readonly AppraisalLayerView[]> {
    return this.http.get<readonly AppraisalLayerView[]>(`${ROOT}/${id}/answers/${code}/decisions`);
  }

  /** `version` of the answer that the edit began from, 0 where there was none. */
  saveAnswer({ id, code, version }: AnswerAddress, request: SaveAnswerRequest): Observable<SavedAnswer> {
    return this.http.put<SavedAnswer>(`${ROOT}/${id}/answers/${code}`, request, ifMatch(version));
  }

  move({ id, version }: Pick<AssessmentView, 'id' | 'version'>, request: MoveAssessmentRequest): Observable<AssessmentView> {
    return this.http.post<AssessmentView>(`${ROOT}/${id}/transitions`, request, ifMatch(version));
  }
}

export interface AnswerAddress {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}
