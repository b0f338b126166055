import { HttpClient, type HttpEvent, HttpEventType } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AttachFields, EvidenceDocumentView, EvidenceLinkView, LinkEvidenceRequest, Page, PlaceEvidenceRequest, ReferenceEvidenceRequest } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

/** One criterion of one assessment. */
export interface CriterionPlace {
  readonly assessmentId: string;
  readonly code: string;
}

@Injectable({ providedIn: 'root' })
export class EvidenceApi {
  private readonly http = inject(HttpClient);

  /** Emits how far it is; the last event carries the link. */
  attach(place: CriterionPlace, file: File, fields: AttachFields): Observable<HttpEvent<EvidenceLinkView>> {
    const form = new FormData();
    form.append('description', JSON.stringify(fields));
    form.append('file', file);
    return this.http.post<EvidenceLinkView>(`${addressOf(place)}/evidence`, form, { reportProgress: true, observe: 'events' });
  }

  link(place: CriterionPlace, request: LinkEvidenceRequest): Observable<EvidenceLinkView> {
    return this.http.post<EvidenceLinkView>(`${addressOf(place)}/evidence-links`, request);
  }

  reference(place: CriterionPlace, request: ReferenceEvidenceRequest): Observable<EvidenceLinkView> {
    return this.http.post<EvidenceLinkView>(`${addressOf(place)}/evidence-references`, request);
  }

  place(linkId: string, request: PlaceEvidenceRequest): Observable<EvidenceLinkView> {
    return this.http.put<EvidenceLinkView>(`/api/v1/evidence-links/${linkId}/place`, request);
  }

  detach(linkId: string): Observable<void> {
    return this.http.delete<void>(`/api/v1/evidence-links/${linkId}`);
  }

  replace({ id, version }: Pick<EvidenceDocumentView, 'id' | 'version'>, file: File): Observable<HttpEvent<EvidenceDocumentView>> {
    const form = new FormData();
    form.append('file', file);
    return this.http.put<EvidenceDocumentView>(`/api/v1/evidence-documents/${id}/content`, form, { ...ifMatch(version), reportProgress: true, observe: 'events' });
  }

  /** The agency's own documents. */
  library(search: string): Observable<Page<EvidenceDocumentView>> {
    return this.http.get<Page<EvidenceDocumentView>>('/api/v1/evidence-documents', { params: { ...(search ? { search } : {}), pageSize: 20 } });
  }
}

const addressOf = ({ assessmentId, code }: CriterionPlace): string => `/api/v1/assessments/${assessmentId}/criteria/${code}`;

/** 0…1 of an upload; null for an event that says nothing of it. */
export function progressOf(event: HttpEvent<unknown>): number | null {
  return event.type === HttpEventType.UploadProgress && event.total ? event.loaded / event.total : null;
}
