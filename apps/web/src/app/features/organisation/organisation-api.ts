import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AgencyGroupView, AgencyLineageView, AgencyView, CreateAgencyRequest, DescendRequest, EditAgencyRequest, EditLineageRequest, LineageView, Page } from '@par-index/contract';
import { EMPTY, expand, type Observable, reduce } from 'rxjs';
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

  get(id: string): Observable<AgencyView> {
    return this.http.get<AgencyView>(`/api/v1/agencies/${id}`);
  }

  lineage(id: string): Observable<AgencyLineageView> {
    return this.http.get<AgencyLineageView>(`/api/v1/agencies/${id}/lineage`);
  }

  descend(id: string, request: DescendRequest): Observable<AgencyLineageView> {
    return this.http.post<AgencyLineageView>(`/api/v1/agencies/${id}/lineage`, request);
  }

  editLine({ id, version }: LineageView, request: EditLineageRequest): Observable<AgencyLineageView> {
    return this.http.put<AgencyLineageView>(`/api/v1/agency-lineage/${id}`, request, ifMatch(version));
  }

  removeLine({ id, version }: LineageView, reason: string): Observable<AgencyLineageView> {
    return this.http.post<AgencyLineageView>(`/api/v1/agency-lineage/${id}/removal`, { reason }, ifMatch(version));
  }

  /** Every agency, also those that are not active any more, as predecessors mostly are. */
  all(): Observable<readonly AgencyView[]> {
    return this.http.get<Page<AgencyView>>('/api/v1/agencies', { params: { pageSize: 200 } }).pipe(
      expand(({ page, pageSize, total }) => (page * pageSize < total ? this.http.get<Page<AgencyView>>('/api/v1/agencies', { params: { pageSize, page: page + 1 } }) : EMPTY)),
      reduce<Page<AgencyView>, readonly AgencyView[]>((all, { items }) => [...all, ...items], []),
    );
  }

  create(request: CreateAgencyRequest): Observable<AgencyView> {
    return this.http.post<AgencyView>('/api/v1/agencies', request);
  }

  edit(agency: AgencyView, request: EditAgencyRequest): Observable<AgencyView> {
    return this.http.put<AgencyView>(`/api/v1/agencies/${agency.id}`, request, ifMatch(agency.version));
  }
}
