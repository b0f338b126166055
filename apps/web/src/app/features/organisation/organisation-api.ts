import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AgencyGroupView, AgencyView, CreateAgencyRequest, EditAgencyRequest, Page } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

@Injectable({ providedIn: 'root' })
export class OrganisationApi {
  private readonly http = inject(HttpClient);

  agencies(query: { readonly search: string; readonly groupCode: string; readonly page: number }): Observable<Page<AgencyView>> {
    const { search, groupCode, page } = query;
    return this.http.get<Page<AgencyView>>('/api/v1/agencies', {
      params: { page, pageSize: 200, ...(search ? { search } : {}), ...(groupCode ? { groupCode } : {}) },
    });
  }

  groups(): Observable<readonly AgencyGroupView[]> {
    return this.http.get<readonly AgencyGroupView[]>('/api/v1/agency-groups');
  }

  create(request: CreateAgencyRequest): Observable<AgencyView> {
    return this.http.post<AgencyView>('/api/v1/agencies', request);
  }

  edit(agency: AgencyView, request: EditAgencyRequest): Observable<AgencyView> {
    return this.http.put<AgencyView>(`/api/v1/agencies/${agency.id}`, request, ifMatch(agency.version));
  }
}
