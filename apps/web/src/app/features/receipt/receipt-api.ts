import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { PublicReceipt, ReceiptCheck, ReceiptView } from '@par-index/contract';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class ReceiptApi {
  private readonly http = inject(HttpClient);

  get(number: string): Observable<ReceiptView> {
    return this.http.get<ReceiptView>(`/api/v1/receipts/${encodeURIComponent(number)}`);
  }

  getPublic(number: string): Observable<PublicReceipt> {
    return this.http.get<PublicReceipt>(`/api/v1/public/receipts/${encodeURIComponent(number)}`);
  }

  check(shown: unknown): Observable<ReceiptCheck> {
    return this.http.post<ReceiptCheck>('/api/v1/public/receipts/check', shown);
  }
}
