import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  CampaignProgress,
  CampaignSummary,
  CampaignView,
  CreateDeviceRequest,
  CreatedDevice,
  DecideProposalsRequest,
  DeviceView,
  ExternalImportView,
  ExternalResultView,
  FreeTextView,
  InvitationCode,
  InvitationImportView,
  InvitationView,
  MappingsView,
  OfficeEntry,
  OfficeImportView,
  Page,
  PaperEntryRequest,
  PaperFigures,
  RenewedProposals,
  RespondentGroupView,
  SurveyMapping,
  SurveyProposalsView,
  SurveyResults,
  SuspicionsView,
  WriteCampaignRequest,
} from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

export const SURVEY_ROOT = '/api/v1/survey-campaigns';

/** Whom a part of the results is about; both null: everybody. */
export interface ResultPart {
  readonly officeId: string | null;
  readonly groupCode: string | null;
}

export interface InvitationSheet {
  readonly file: File;
  readonly groupCode: string;
  readonly mail: boolean;
}

@Injectable({ providedIn: 'root' })
export class SurveyApi {
  private readonly http = inject(HttpClient);

  list(page: number): Observable<Page<CampaignSummary>> {
    return this.http.get<Page<CampaignSummary>>(SURVEY_ROOT, { params: { page } });
  }

  get(id: string): Observable<CampaignView> {
    return this.http.get<CampaignView>(`${SURVEY_ROOT}/${id}`);
  }

  groups(): Observable<readonly RespondentGroupView[]> {
    return this.http.get<readonly RespondentGroupView[]>('/api/v1/respondent-groups');
  }

  create(request: WriteCampaignRequest): Observable<CampaignView> {
    return this.http.post<CampaignView>(SURVEY_ROOT, request);
  }

  edit({ id, version }: CampaignView, request: WriteCampaignRequest): Observable<CampaignView> {
    return this.http.put<CampaignView>(`${SURVEY_ROOT}/${id}`, request, ifMatch(version));
  }

  open({ id, version }: CampaignView): Observable<CampaignView> {
    return this.http.post<CampaignView>(`${SURVEY_ROOT}/${id}/opening`, {}, ifMatch(version));
  }

  close({ id, version }: CampaignView, reason: string): Observable<CampaignView> {
    return this.http.post<CampaignView>(`${SURVEY_ROOT}/${id}/closing`, { reason }, ifMatch(version));
  }

  progress(id: string): Observable<CampaignProgress> {
    return this.http.get<CampaignProgress>(`${SURVEY_ROOT}/${id}/progress`);
  }

  writeOffices({ id, version }: CampaignView, offices: readonly OfficeEntry[]): Observable<CampaignView> {
    return this.http.put<CampaignView>(`${SURVEY_ROOT}/${id}/offices`, { offices }, ifMatch(version));
  }

  importOffices({ id, version }: CampaignView, file: File, dryRun: 'true' | 'false'): Observable<OfficeImportView> {
    return this.http.post<OfficeImportView>(`${SURVEY_ROOT}/${id}/offices/import`, upload(file), { params: { dryRun }, ...ifMatch(version) });
  }

  invitations(id: string, page: number, search: string): Observable<Page<InvitationView>> {
    return this.http.get<Page<InvitationView>>(`${SURVEY_ROOT}/${id}/invitations`, { params: search === '' ? { page } : { page, search } });
  }

  importInvitations(id: string, { file, groupCode, mail }: InvitationSheet, dryRun: 'true' | 'false'): Observable<InvitationImportView> {
    return this.http.post<InvitationImportView>(`${SURVEY_ROOT}/${id}/invitations/import`, upload(file), { params: { dryRun, groupCode, mail } });
  }

  reissue(id: string, invitationId: string): Observable<InvitationCode> {
    return this.http.post<InvitationCode>(`${SURVEY_ROOT}/${id}/invitations/${invitationId}/code`, { mail: false });
  }

  devices(id: string): Observable<readonly DeviceView[]> {
    return this.http.get<readonly DeviceView[]>(`${SURVEY_ROOT}/${id}/devices`);
  }

  registerDevice(id: string, request: CreateDeviceRequest): Observable<CreatedDevice> {
    return this.http.post<CreatedDevice>(`${SURVEY_ROOT}/${id}/devices`, request);
  }

  revokeDevice(id: string, deviceId: string): Observable<DeviceView> {
    return this.http.post<DeviceView>(`${SURVEY_ROOT}/${id}/devices/${deviceId}/revocation`, {});
  }

  results(id: string, { officeId, groupCode }: ResultPart): Observable<SurveyResults> {
    return this.http.get<SurveyResults>(`${SURVEY_ROOT}/${id}/results`, { params: { ...(officeId ? { officeId } : {}), ...(groupCode ? { groupCode } : {}) } });
  }

  texts(id: string, page: number, search: string): Observable<Page<FreeTextView>> {
    return this.http.get<Page<FreeTextView>>(`${SURVEY_ROOT}/${id}/texts`, { params: search === '' ? { page } : { page, search } });
  }

  suspicions(id: string): Observable<SuspicionsView> {
    return this.http.get<SuspicionsView>(`${SURVEY_ROOT}/${id}/suspicions`);
  }

  /** `restoration` takes an exclusion back. */
  judge(id: string, formId: string, verdict: 'exclusion' | 'restoration', reason: string): Observable<SuspicionsView> {
    return this.http.post<SuspicionsView>(`${SURVEY_ROOT}/${id}/forms/${formId}/${verdict}`, { reason });
  }

  enterPaper(id: string, { number, pass }: { readonly number: string; readonly pass: 1 | 2 }, request: PaperEntryRequest): Observable<PaperFigures> {
    return this.http.put<PaperFigures>(`${SURVEY_ROOT}/${id}/paper-forms/${encodeURIComponent(number)}/entries/${pass}`, request);
  }

  paperFigures(id: string): Observable<PaperFigures> {
    return this.http.get<PaperFigures>(`${SURVEY_ROOT}/${id}/paper-figures`);
  }

  externalResults(id: string): Observable<readonly ExternalResultView[]> {
    return this.http.get<readonly ExternalResultView[]>(`${SURVEY_ROOT}/${id}/external-results`);
  }

  importExternal(id: string, file: File, dryRun: 'true' | 'false'): Observable<ExternalImportView> {
    return this.http.post<ExternalImportView>(`${SURVEY_ROOT}/${id}/external-results/import`, upload(file), { params: { dryRun } });
  }

  mappings(id: string): Observable<MappingsView> {
    return this.http.get<MappingsView>(`${SURVEY_ROOT}/${id}/mappings`);
  }

  writeMappings({ id, version }: CampaignView, mappings: readonly SurveyMapping[]): Observable<MappingsView> {
    return this.http.put<MappingsView>(`${SURVEY_ROOT}/${id}/mappings`, { mappings }, ifMatch(version));
  }

  proposals(id: string): Observable<SurveyProposalsView> {
    return this.http.get<SurveyProposalsView>(`${SURVEY_ROOT}/${id}/proposals`);
  }

  decide(id: string, verdict: 'acceptance' | 'rejection', request: DecideProposalsRequest): Observable<SurveyProposalsView> {
    return this.http.post<SurveyProposalsView>(`${SURVEY_ROOT}/${id}/proposals/${verdict}`, request);
  }

  renew(id: string): Observable<RenewedProposals> {
    return this.http.post<RenewedProposals>(`${SURVEY_ROOT}/${id}/proposals/renewal`, {});
  }
}

function upload(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
