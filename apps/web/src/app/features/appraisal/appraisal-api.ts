import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AcceptRestView,
  AppraisalLayerView,
  AppraisalSummary,
  AppraisalView,
  BaseFigureRequest,
  ClosedAppraisalView,
  DecidedView,
  DecideRequest,
  Page,
  ReferredView,
} from '@par-index/contract';
import { EMPTY, expand, map, type Observable, reduce } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

const ROOT = '/api/v1/appraisals';
const PAGE = 200;

/** Everything of the own department, or what is given to the person and to whom they stand in for. */
export type WorkScope = 'department' | 'person';

/** One criterion of one assessment, and the version of the layer that was read: 0 where there was none. */
export interface LayerAddress {
  readonly assessmentId: string;
  readonly code: string;
  readonly version: number;
}

@Injectable({ providedIn: 'root' })
export class AppraisalApi {
  private readonly http = inject(HttpClient);

  /** Every agency of the cycle in which the reader has something to appraise or to read. */
  all(cycleId: string, scope: WorkScope = 'department'): Observable<readonly AppraisalSummary[]> {
    return this.page(cycleId, scope, 1).pipe(
      expand((loaded) => (loaded.page * loaded.pageSize < loaded.total ? this.page(cycleId, scope, loaded.page + 1) : EMPTY)),
      map(({ items }) => items),
      reduce<readonly AppraisalSummary[], readonly AppraisalSummary[]>((all, items) => [...all, ...items], []),
    );
  }

  get(assessmentId: string): Observable<AppraisalView> {
    return this.http.get<AppraisalView>(`${ROOT}/${assessmentId}`);
  }

  decide({ assessmentId, code, version }: LayerAddress, request: DecideRequest): Observable<DecidedView> {
    return this.http.put<DecidedView>(`${ROOT}/${assessmentId}/decisions/${code}`, request, ifMatch(version));
  }

  enterFigure({ assessmentId, code, version }: LayerAddress, request: BaseFigureRequest): Observable<AppraisalLayerView> {
    return this.http.put<AppraisalLayerView>(`/api/v1/assessments/${assessmentId}/base-figures/${code}`, request, ifMatch(version));
  }

  /** What accepting the rest would write. Changes nothing. */
  previewAcceptance(assessmentId: string): Observable<AcceptRestView> {
    return this.http.post<AcceptRestView>(`${ROOT}/${assessmentId}/acceptance`, {}, { params: { dryRun: true } });
  }

  /** Accepts these criteria and no other: what the preview listed. */
  accept(assessmentId: string, codes: readonly string[]): Observable<AcceptRestView> {
    return this.http.post<AcceptRestView>(`${ROOT}/${assessmentId}/acceptance`, { codes });
  }

  close(assessmentId: string, reason: string): Observable<ClosedAppraisalView> {
    return this.http.post<ClosedAppraisalView>(`${ROOT}/${assessmentId}/closing`, { reason });
  }

  /** Has the council decide a criterion. */
  refer(assessmentId: string, code: string, reason: string): Observable<ReferredView> {
    return this.http.post<ReferredView>(`/api/v1/assessments/${assessmentId}/criteria/${code}/referral`, { reason });
  }

  private page(cycleId: string, scope: WorkScope, page: number): Observable<Page<AppraisalSummary>> {
    return this.http.get<Page<AppraisalSummary>>(ROOT, { params: { cycleId, mine: scope === 'person', page, pageSize: PAGE } });
  }
}
