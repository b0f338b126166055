import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AuditChainView, AuditCheckView, AuditEventView, AuditQuery, AuditSealView, Page, SealCheck } from '@par-index/contract';
import type { Observable } from 'rxjs';

type Wanted = Readonly<Record<string, string | number>>;

/** What is asked for, without what was left open. */
export const wantedOf = (query: AuditQuery): Wanted => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as Wanted;

@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly http = inject(HttpClient);

  list(query: AuditQuery): Observable<Page<AuditEventView>> {
    return this.http.get<Page<AuditEventView>>('/api/v1/audit-events', { params: wantedOf(query) });
  }

  chain(): Observable<AuditChainView> {
    return this.http.get<AuditChainView>('/api/v1/audit-chain');
  }

  ask(): Observable<AuditCheckView> {
    return this.http.post<AuditCheckView>('/api/v1/audit-checks', {});
  }

  check(id: string): Observable<AuditCheckView> {
    return this.http.get<AuditCheckView>(`/api/v1/audit-checks/${id}`);
  }

  cancel(id: string): Observable<AuditCheckView> {
    return this.http.post<AuditCheckView>(`/api/v1/audit-checks/${id}/cancellation`, {});
  }

  seals(page: number): Observable<Page<AuditSealView>> {
    return this.http.get<Page<AuditSealView>>('/api/v1/public/audit-seals', { params: { page, pageSize: 10 } });
  }

  seal(root: string): Observable<AuditSealView> {
    return this.http.get<AuditSealView>(`/api/v1/public/audit-seals/${encodeURIComponent(root)}`);
  }

  checkShown(shown: object): Observable<SealCheck> {
    return this.http.post<SealCheck>('/api/v1/public/audit-seals/check', shown);
  }
}
