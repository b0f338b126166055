import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AgencyView,
  CreateCycleRequest,
  CriteriaSetSummary,
  CycleView,
  EditCycleRequest,
  EditionView,
  ExemptRequest,
  ExtendRequest,
  ExtensionLine,
  OpenPhaseRequest,
  Page,
  PhasePreview,
  ProgressRow,
  ProgressSummary,
  PublicationCheck,
} from '@par-index/contract';
import { map, type Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

export interface ProgressQuery {
  readonly groupCode: string;
  readonly state: string;
  readonly marked: string;
  readonly search: string;
  readonly page: number;
}

@Injectable({ providedIn: 'root' })
export class CycleApi {
  private readonly http = inject(HttpClient);

  get(id: string): Observable<CycleView> {
    return this.http.get<CycleView>(`/api/v1/cycles/${id}`);
  }

  create(request: CreateCycleRequest): Observable<CycleView> {
    return this.http.post<CycleView>('/api/v1/cycles', request);
  }

  edit({ id, version }: CycleView, request: EditCycleRequest): Observable<CycleView> {
    return this.http.put<CycleView>(`/api/v1/cycles/${id}`, request, ifMatch(version));
  }

  preview(id: string): Observable<PhasePreview> {
    return this.http.get<PhasePreview>(`/api/v1/cycles/${id}/phase-preview`);
  }

  openPhase({ id, version }: CycleView, request: OpenPhaseRequest): Observable<CycleView> {
    return this.http.post<CycleView>(`/api/v1/cycles/${id}/phase`, request, ifMatch(version));
  }

  publicationCheck(id: string): Observable<PublicationCheck> {
    return this.http.get<PublicationCheck>(`/api/v1/cycles/${id}/publication-check`);
  }

  publish({ id, version }: CycleView, reason: string): Observable<EditionView> {
    return this.http.post<EditionView>(`/api/v1/cycles/${id}/publication`, { reason }, ifMatch(version));
  }

  progress(id: string, { groupCode, state, marked, search, page }: ProgressQuery): Observable<Page<ProgressRow>> {
    const asked = Object.entries({ groupCode, state, marked, search }).filter(([, value]) => value !== '');
    return this.http.get<Page<ProgressRow>>(`/api/v1/cycles/${id}/progress`, { params: { ...Object.fromEntries(asked), page } });
  }

  summary(id: string): Observable<ProgressSummary> {
    return this.http.get<ProgressSummary>(`/api/v1/cycles/${id}/progress/summary`);
  }

  /** All that were ever granted to the agency, newest first. */
  extensions(cycleId: string, row: ProgressRow): Observable<readonly ExtensionLine[]> {
    return this.http.get<readonly ExtensionLine[]>(`/api/v1/cycles/${cycleId}/participants/${row.agency.id}/extensions`);
  }

  extend(cycleId: string, row: ProgressRow, request: ExtendRequest): Observable<ProgressRow> {
    return this.http.put<ProgressRow>(`/api/v1/cycles/${cycleId}/participants/${row.agency.id}/extension`, request, ifMatch(row.participantVersion));
  }

  exempt(cycleId: string, row: ProgressRow, request: ExemptRequest): Observable<ProgressRow> {
    return this.http.put<ProgressRow>(`/api/v1/cycles/${cycleId}/participants/${row.agency.id}/exemptions`, request, ifMatch(row.participantVersion));
  }

  /** The version of an assessment, needed to reopen it. */
  reopen(assessmentId: string, version: number, reason: string): Observable<unknown> {
    return this.http.post(`/api/v1/assessments/${assessmentId}/transitions`, { action: 'reopen', reason }, ifMatch(version));
  }

  assessmentVersion(assessmentId: string): Observable<number> {
    return this.http.get<{ readonly version: number }>(`/api/v1/assessments/${assessmentId}`).pipe(map(({ version }) => version));
  }

  sets(): Observable<readonly CriteriaSetSummary[]> {
    return this.http.get<readonly CriteriaSetSummary[]>('/api/v1/criteria-sets');
  }

  agencies(groupCode: string): Observable<readonly AgencyView[]> {
    return this.http.get<Page<AgencyView>>('/api/v1/agencies', { params: { groupCode, pageSize: 200 } }).pipe(map(({ items }) => items));
  }
}
