import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { HeartbeatRequest, PresenceView } from '@par-index/contract';
import type { Observable } from 'rxjs';

const ROOT = '/api/v1/presence';

@Injectable({ providedIn: 'root' })
export class PresenceApi {
  private readonly http = inject(HttpClient);

  note(pageId: string, request: HeartbeatRequest): Observable<PresenceView> {
    return this.http.put<PresenceView>(`${ROOT}/${pageId}`, request);
  }

  leave(pageId: string): Observable<void> {
    return this.http.delete<void>(`${ROOT}/${pageId}`);
  }
}
