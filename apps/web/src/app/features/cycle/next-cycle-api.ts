import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CycleView, NextCyclePreview, NextCycleProposal, NextCycleRequest, PlannedExemptionView } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

@Injectable({ providedIn: 'root' })
export class NextCycleApi {
  private readonly http = inject(HttpClient);

  propose(cycleId: string): Observable<NextCycleProposal> {
    return this.http.get<NextCycleProposal>(`/api/v1/cycles/${cycleId}/next-cycle`);
  }

  preview(cycleId: string, request: NextCycleRequest): Observable<NextCyclePreview> {
    return this.http.post<NextCyclePreview>(`/api/v1/cycles/${cycleId}/next-cycle/preview`, request);
  }

  create(cycleId: string, request: NextCycleRequest): Observable<CycleView> {
    return this.http.post<CycleView>(`/api/v1/cycles/${cycleId}/next-cycle`, request);
  }

  plannedExemptions(cycleId: string): Observable<readonly PlannedExemptionView[]> {
    return this.http.get<readonly PlannedExemptionView[]>(`/api/v1/cycles/${cycleId}/planned-exemptions`);
  }

  removePlanned({ id, version }: CycleView, { agency, code }: PlannedExemptionView, reason: string): Observable<readonly PlannedExemptionView[]> {
    return this.http.post<readonly PlannedExemptionView[]>(`/api/v1/cycles/${id}/planned-exemptions/removal`, { agencyId: agency.id, code, reason }, ifMatch(version));
  }
}
