import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangePasswordRequest, OwnSessionView } from '@par-index/contract';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  sessions(): Observable<readonly OwnSessionView[]> {
    return this.http.get<readonly OwnSessionView[]>('/api/v1/account/sessions');
  }

  endSession(id: string): Observable<void> {
    return this.http.delete<void>(`/api/v1/account/sessions/${id}`);
  }

  /** All but this one. */
  endOtherSessions(): Observable<void> {
    return this.http.delete<void>('/api/v1/account/sessions');
  }

  changePassword(request: ChangePasswordRequest): Observable<void> {
    return this.http.put<void>('/api/v1/account/password', request);
  }
}
