import { HttpClient, type HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CriteriaSetImportView } from '@par-index/contract';
import type { Observable } from 'rxjs';

const ROOT = '/api/v1/criteria-sets';

/** The files that a set goes out to. */
export const SET_FILES = ['workbook', 'document.docx', 'document.json'] as const;
export type SetFile = (typeof SET_FILES)[number];

/** Sets out to files, and files read as sets. */
@Injectable({ providedIn: 'root' })
export class ImportApi {
  private readonly http = inject(HttpClient);

  /** A dry run: nothing is stored. `against` null: compared with the newest version of the same code. */
  preview(file: File, against: string | null): Observable<CriteriaSetImportView> {
    const form = new FormData();
    form.append('file', file);
    return this.http.post<CriteriaSetImportView>(`${ROOT}/import`, form, { params: against === null ? {} : { against } });
  }

  download(id: string, file: SetFile): Observable<HttpResponse<Blob>> {
    return this.http.get(`${ROOT}/${id}/${file}`, { responseType: 'blob', observe: 'response' });
  }
}
