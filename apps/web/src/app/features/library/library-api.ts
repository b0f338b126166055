import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DescribeEvidenceRequest, DocumentDetail, DocumentKind, DocumentUseFilter, EvidenceDocumentView, LibraryDocumentView, Page } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

/** What narrows the library; empty where nothing does. */
export interface LibraryFilter {
  readonly search: string;
  readonly year: string;
  readonly kind: DocumentKind | '';
  readonly use: DocumentUseFilter | '';
  readonly page: number;
}

@Injectable({ providedIn: 'root' })
export class LibraryApi {
  private readonly http = inject(HttpClient);

  list({ page, ...filter }: LibraryFilter): Observable<Page<LibraryDocumentView>> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
    return this.http.get<Page<LibraryDocumentView>>('/api/v1/evidence-documents', { params: { ...given, page } });
  }

  get(id: string): Observable<DocumentDetail> {
    return this.http.get<DocumentDetail>(`/api/v1/evidence-documents/${id}`);
  }

  describe({ id, version }: Pick<EvidenceDocumentView, 'id' | 'version'>, request: DescribeEvidenceRequest): Observable<EvidenceDocumentView> {
    return this.http.put<EvidenceDocumentView>(`/api/v1/evidence-documents/${id}`, request, ifMatch(version));
  }
}
