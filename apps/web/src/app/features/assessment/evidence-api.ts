import { HttpClient, type HttpEvent, HttpEventType } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AnchorEvidenceRequest,
  AttachFields,
  DescribeEvidenceRequest,
  DocumentDetail,
  EvidenceDocumentView,
  EvidenceLinkView,
  LibraryDocumentView,
  LinkEvidenceRequest,
  Page,
  PlaceEvidenceRequest,
  ReferenceEvidenceRequest,
} from '@par-index/contract';
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

  anchor(linkId: string, request: AnchorEvidenceRequest): Observable<EvidenceLinkView> {
    return this.http.put<EvidenceLinkView>(`/api/v1/evidence-links/${linkId}/anchors`, request);
  }

  detach(linkId: string): Observable<void> {
    return this.http.delete<void>(`/api/v1/evidence-links/${linkId}`);
  }

  document(id: string): Observable<DocumentDetail> {
    return this.http.get<DocumentDetail>(`/api/v1/evidence-documents/${id}`);
  }

  describe({ id, version }: Pick<EvidenceDocumentView, 'id' | 'version'>, request: DescribeEvidenceRequest): Observable<EvidenceDocumentView> {
    return this.http.put<EvidenceDocumentView>(`/api/v1/evidence-documents/${id}`, request, ifMatch(version));
  }

  /** The agency's own documents. */
  library({ search, year }: { readonly search: string; readonly year: number | null }): Observable<Page<LibraryDocumentView>> {
    const params = { ...(search ? { search } : {}), ...(year === null ? {} : { year }), pageSize: 20 };
    return this.http.get<Page<LibraryDocumentView>>('/api/v1/evidence-documents', { params });
  }
}

const addressOf = ({ assessmentId, code }: CriterionPlace): string => `/api/v1/assessments/${assessmentId}/criteria/${code}`;

/** 0…1 of an upload; null for an event that says nothing of it. */
export function progressOf(event: HttpEvent<unknown>): number | null {
  return event.type === HttpEventType.UploadProgress && event.total ? event.loaded / event.total : null;
}
