import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { GroupResultView, PublicCycle, PublicSheetView } from '@par-index/contract';
import type { Observable } from 'rxjs';

/** What anybody may read, without signing in. */
@Injectable({ providedIn: 'root' })
export class PublicApi {
  private readonly http = inject(HttpClient);

  cycles(): Observable<readonly PublicCycle[]> {
    return this.http.get<readonly PublicCycle[]>('/api/v1/public/cycles');
  }

  group(year: number, groupCode: string): Observable<GroupResultView> {
    return this.http.get<GroupResultView>(`/api/v1/public/cycles/${String(year)}/groups/${groupCode}`);
  }

  sheet(year: number, agencyCode: string): Observable<PublicSheetView> {
    return this.http.get<PublicSheetView>(`/api/v1/public/cycles/${String(year)}/agencies/${agencyCode}`);
  }
}
