import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AttachUploadRequest, EvidenceDocumentView, EvidenceLinkView, UploadView } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../problem/if-match';
import { UPLOADS_ADDRESS } from './resumable-transport';

const TUS = { 'Tus-Resumable': '1.0.0' };

/** The address of an upload, as the server tells it. */
export const addressOfUpload = (id: string): string => `${UPLOADS_ADDRESS}/${id}`;

/** What is asked of uploads apart from their bytes. */
@Injectable({ providedIn: 'root' })
export class UploadsApi {
  private readonly http = inject(HttpClient);

  list(): Observable<readonly UploadView[]> {
    return this.http.get<readonly UploadView[]>(UPLOADS_ADDRESS);
  }

  discard(url: string): Observable<void> {
    return this.http.delete<void>(url, { headers: TUS });
  }

  attach(url: string, request: AttachUploadRequest): Observable<EvidenceLinkView> {
    return this.http.post<EvidenceLinkView>(`${url}/attachment`, request);
  }

  replace(url: string, version: number): Observable<EvidenceDocumentView> {
    return this.http.put<EvidenceDocumentView>(`${url}/replacement`, null, ifMatch(version));
  }
}
