import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ReceiptView } from '@par-index/contract';
import { type Observable, shareReplay } from 'rxjs';

/** Which receipts: of this assessment, as it is in this version. A submission makes a new version, so a new receipt comes at once. */
export interface ReceiptsPlace {
  readonly assessmentId: string;
  readonly version: number;
}

/** The receipts of an assessment, newest first; asked for once however many places of a page show them. */
@Injectable({ providedIn: 'root' })
export class ReceiptsOfAssessment {
  private readonly http = inject(HttpClient);
  private last: { readonly key: string; readonly receipts: Observable<readonly ReceiptView[]> } | null = null;

  list({ assessmentId, version }: ReceiptsPlace): Observable<readonly ReceiptView[]> {
    const key = `${assessmentId} ${version}`;
    if (this.last?.key !== key) {
      const receipts = this.http.get<readonly ReceiptView[]>(`/api/v1/assessments/${assessmentId}/receipts`).pipe(shareReplay(1));
      this.last = { key, receipts };
    }
    return this.last.receipts;
  }
}
