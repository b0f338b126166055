import { HttpClient, type HttpEvent, HttpEventType } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AssessmentView,
  AttachFields,
  EvidenceDocumentView,
  EvidenceLinkView,
  ExplanationEntry,
  ExplanationRevisionView,
  ExplanationView,
  LinkEvidenceRequest,
  Page,
  ReferenceEvidenceRequest,
  SaveExplanationRequest,
  ThreadView,
  WriteRemarkRequest,
} from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

const ROOT = '/api/v1/assessments';

/** One criterion of one assessment. */
export interface ExplainedPlace {
  readonly assessmentId: string;
  readonly code: string;
}

@Injectable({ providedIn: 'root' })
export class ExplanationApi {
  private readonly http = inject(HttpClient);

  get(assessmentId: string): Observable<ExplanationView> {
    return this.http.get<ExplanationView>(`${ROOT}/${assessmentId}/explanation`);
  }

  /** `version` of the entry that the edit began from, 0 where there was none. */
  save({ assessmentId, code }: ExplainedPlace, version: number, request: SaveExplanationRequest): Observable<ExplanationEntry> {
    return this.http.put<ExplanationEntry>(`${ROOT}/${assessmentId}/explanations/${code}`, request, ifMatch(version));
  }

  history({ assessmentId, code }: ExplainedPlace): Observable<readonly ExplanationRevisionView[]> {
    return this.http.get<readonly ExplanationRevisionView[]>(`${ROOT}/${assessmentId}/explanations/${code}/history`);
  }

  submit({ assessmentId, version }: Pick<ExplanationView, 'assessmentId' | 'version'>): Observable<AssessmentView> {
    return this.http.post<AssessmentView>(`${ROOT}/${assessmentId}/transitions`, { action: 'submit-explanation' }, ifMatch(version));
  }

  thread(place: ExplainedPlace): Observable<ThreadView> {
    return this.http.get<ThreadView>(`${addressOf(place)}/remarks`);
  }

  remark(place: ExplainedPlace, request: WriteRemarkRequest): Observable<ThreadView> {
    return this.http.post<ThreadView>(`${addressOf(place)}/remarks`, request);
  }

  /** Emits how far it is; the last event carries the link. */
  attach(place: ExplainedPlace, file: File, fields: AttachFields): Observable<HttpEvent<EvidenceLinkView>> {
    const form = new FormData();
    form.append('description', JSON.stringify(fields));
    form.append('file', file);
    return this.http.post<EvidenceLinkView>(`${addressOf(place)}/evidence`, form, { reportProgress: true, observe: 'events' });
  }

  refer(place: ExplainedPlace, request: ReferenceEvidenceRequest): Observable<EvidenceLinkView> {
    return this.http.post<EvidenceLinkView>(`${addressOf(place)}/evidence-references`, request);
  }

  /** A document that the agency already has. */
  link(place: ExplainedPlace, request: LinkEvidenceRequest): Observable<EvidenceLinkView> {
    return this.http.post<EvidenceLinkView>(`${addressOf(place)}/evidence-links`, request);
  }

  detach(linkId: string): Observable<void> {
    return this.http.delete<void>(`/api/v1/evidence-links/${linkId}`);
  }

  library(search: string): Observable<Page<EvidenceDocumentView>> {
    return this.http.get<Page<EvidenceDocumentView>>('/api/v1/evidence-documents', { params: { ...(search ? { search } : {}), pageSize: 10 } });
  }
}

const addressOf = ({ assessmentId, code }: ExplainedPlace): string => `${ROOT}/${assessmentId}/criteria/${code}`;

/** 0…1 of an upload; null for an event that says nothing of it. */
export function progressOf(event: HttpEvent<unknown>): number | null {
  return event.type === HttpEventType.UploadProgress && event.total ? event.loaded / event.total : null;
}
