import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AgencySheetView, GroupResultView, VerificationView } from '@par-index/contract';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class ResultApi {
  private readonly http = inject(HttpClient);

  group(cycleId: string, groupCode: string): Observable<GroupResultView> {
    return this.http.get<GroupResultView>(`/api/v1/cycles/${cycleId}/results`, { params: { groupCode } });
  }

  sheet(cycleId: string, agencyId: string): Observable<AgencySheetView> {
    return this.http.get<AgencySheetView>(`/api/v1/cycles/${cycleId}/results/agencies/${agencyId}`);
  }

  verification(snapshotId: string): Observable<VerificationView> {
    return this.http.get<VerificationView>(`/api/v1/snapshots/${snapshotId}/verification`);
  }
}
