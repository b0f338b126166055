import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ActingChairView, CouncilAssessment, NameChairRequest, Page } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

@Injectable({ providedIn: 'root' })
export class ConclusionApi {
  private readonly http = inject(HttpClient);

  list(cycleId: string, { search, page }: { readonly search: string; readonly page: number }): Observable<Page<CouncilAssessment>> {
    const params = { ...(search === '' ? {} : { search }), page };
    return this.http.get<Page<CouncilAssessment>>(`/api/v1/cycles/${cycleId}/council-assessments`, { params });
  }

  conclude({ assessmentId, version }: Pick<CouncilAssessment, 'assessmentId' | 'version'>, reason: string): Observable<CouncilAssessment> {
    return this.http.post<CouncilAssessment>(`/api/v1/assessments/${assessmentId}/council-conclusion`, { reason }, ifMatch(version));
  }

  actingChair(assessmentId: string): Observable<ActingChairView> {
    return this.http.get<ActingChairView>(`/api/v1/assessments/${assessmentId}/acting-chair`);
  }

  nameChair(assessmentId: string, version: number, request: NameChairRequest): Observable<ActingChairView> {
    return this.http.put<ActingChairView>(`/api/v1/assessments/${assessmentId}/acting-chair`, request, ifMatch(version));
  }
}
