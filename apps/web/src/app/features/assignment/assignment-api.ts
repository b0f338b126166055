import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AssignmentChangeView,
  AssignmentHistoryLine,
  AssignmentMatrixView,
  BalanceView,
  ChangeAssignmentRequest,
  ChangeSubstitutesRequest,
  DepartmentBalance,
  Page,
  ShareRequest,
  ShareView,
} from '@par-index/contract';
import type { Observable } from 'rxjs';

const PREVIEW = { params: { dryRun: true } } as const;

/** Who appraises what. Previews change nothing; a command carries the digest of its preview. */
@Injectable({ providedIn: 'root' })
export class AssignmentApi {
  private readonly http = inject(HttpClient);

  matrix(cycleId: string, groupCode: string): Observable<AssignmentMatrixView> {
    return this.http.get<AssignmentMatrixView>(`/api/v1/cycles/${cycleId}/assignment`, { params: { groupCode } });
  }

  history(cycleId: string, page: number): Observable<Page<AssignmentHistoryLine>> {
    return this.http.get<Page<AssignmentHistoryLine>>(`/api/v1/cycles/${cycleId}/assignment/history`, { params: { page, pageSize: 20 } });
  }

  previewChange(cycleId: string, request: ChangeAssignmentRequest): Observable<AssignmentChangeView> {
    return this.http.post<AssignmentChangeView>(`/api/v1/cycles/${cycleId}/assignment/changes`, request, PREVIEW);
  }

  change(cycleId: string, request: ChangeAssignmentRequest): Observable<AssignmentChangeView> {
    return this.http.post<AssignmentChangeView>(`/api/v1/cycles/${cycleId}/assignment/changes`, request);
  }

  previewSubstitutes(cycleId: string, request: ChangeSubstitutesRequest): Observable<AssignmentChangeView> {
    return this.http.post<AssignmentChangeView>(`/api/v1/cycles/${cycleId}/assignment/substitutes`, request, PREVIEW);
  }

  substitute(cycleId: string, request: ChangeSubstitutesRequest): Observable<AssignmentChangeView> {
    return this.http.post<AssignmentChangeView>(`/api/v1/cycles/${cycleId}/assignment/substitutes`, request);
  }

  departments(cycleId: string): Observable<readonly DepartmentBalance[]> {
    return this.http.get<readonly DepartmentBalance[]>(`/api/v1/cycles/${cycleId}/balance`);
  }

  balance(cycleId: string, agencyId: string): Observable<BalanceView> {
    return this.http.get<BalanceView>(`/api/v1/cycles/${cycleId}/balance/${agencyId}`);
  }

  previewShare(cycleId: string, request: ShareRequest): Observable<ShareView> {
    return this.http.post<ShareView>(`/api/v1/cycles/${cycleId}/sharing`, request, PREVIEW);
  }

  share(cycleId: string, request: ShareRequest): Observable<ShareView> {
    return this.http.post<ShareView>(`/api/v1/cycles/${cycleId}/sharing`, request);
  }
}
