import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  CorrectionView,
  CorrectSetRequest,
  CreateDraftRequest,
  CriteriaSetRevisionSummary,
  CriteriaSetView,
  DraftSavedView,
  Page,
  ReplayView,
  SetDifferenceView,
  SetHeartbeatRequest,
  SetPresenceView,
} from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../../../platform/problem/if-match';

const ROOT = '/api/v1/criteria-sets';

/** Drafts and versions of criteria sets. */
@Injectable({ providedIn: 'root' })
export class DraftsApi {
  private readonly http = inject(HttpClient);

  create(request: CreateDraftRequest): Observable<CriteriaSetView> {
    return this.http.post<CriteriaSetView>(`${ROOT}/drafts`, request);
  }

  get(id: string): Observable<CriteriaSetView> {
    return this.http.get<CriteriaSetView>(`${ROOT}/${id}`);
  }

  save(id: string, document: unknown, version: number): Observable<DraftSavedView> {
    return this.http.put<DraftSavedView>(`${ROOT}/${id}/document`, document, ifMatch(version));
  }

  discard(id: string, version: number): Observable<void> {
    return this.http.delete<void>(`${ROOT}/${id}`, ifMatch(version));
  }

  publish(id: string, version: number): Observable<CriteriaSetView> {
    return this.http.post<CriteriaSetView>(`${ROOT}/${id}/publish`, {}, ifMatch(version));
  }

  revisions(id: string, page: number): Observable<Page<CriteriaSetRevisionSummary>> {
    return this.http.get<Page<CriteriaSetRevisionSummary>>(`${ROOT}/${id}/revisions`, { params: { page } });
  }

  restore(id: string, revisionId: string, version: number): Observable<CriteriaSetView> {
    return this.http.post<CriteriaSetView>(`${ROOT}/${id}/restoration`, { revisionId }, ifMatch(version));
  }

  difference(id: string, withId: string | null): Observable<SetDifferenceView> {
    return this.http.get<SetDifferenceView>(`${ROOT}/${id}/difference`, { params: withId === null ? {} : { with: withId } });
  }

  replay(id: string, cycleId: string): Observable<ReplayView> {
    return this.http.get<ReplayView>(`${ROOT}/${id}/replay`, { params: { cycleId } });
  }

  correct(cycleId: string, request: CorrectSetRequest, version: number): Observable<CorrectionView> {
    return this.http.post<CorrectionView>(`/api/v1/cycles/${cycleId}/criteria-corrections`, request, ifMatch(version));
  }

  corrections(cycleId: string): Observable<readonly CorrectionView[]> {
    return this.http.get<readonly CorrectionView[]>(`/api/v1/cycles/${cycleId}/criteria-corrections`);
  }

  note(id: string, pageId: string, request: SetHeartbeatRequest): Observable<SetPresenceView> {
    return this.http.put<SetPresenceView>(`${ROOT}/${id}/presence/${pageId}`, request);
  }

  leave(id: string, pageId: string): Observable<void> {
    return this.http.delete<void>(`${ROOT}/${id}/presence/${pageId}`);
  }
}
