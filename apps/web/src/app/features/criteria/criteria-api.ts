import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AgencyGroupView, CriteriaSetCheckView, CriteriaSetSummary, CriteriaSetView } from '@par-index/contract';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class CriteriaApi {
  private readonly http = inject(HttpClient);

  list(): Observable<readonly CriteriaSetSummary[]> {
    return this.http.get<readonly CriteriaSetSummary[]>('/api/v1/criteria-sets');
  }

  get(id: string): Observable<CriteriaSetView> {
    return this.http.get<CriteriaSetView>(`/api/v1/criteria-sets/${id}`);
  }

  /** Whatever JSON it is: the server says what is wrong with it. */
  check(document: unknown): Observable<CriteriaSetCheckView> {
    return this.http.post<CriteriaSetCheckView>('/api/v1/criteria-sets/check', document);
  }

  load(document: unknown): Observable<CriteriaSetView> {
    return this.http.post<CriteriaSetView>('/api/v1/criteria-sets', document);
  }

  groups(): Observable<readonly AgencyGroupView[]> {
    return this.http.get<readonly AgencyGroupView[]>('/api/v1/agency-groups');
  }
}
