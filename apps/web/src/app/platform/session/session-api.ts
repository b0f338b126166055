import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DemoSignInRequest, SessionView, SignInRequest, SiteView, SpendCredentialLinkRequest } from '@par-index/contract';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class SessionApi {
  private readonly http = inject(HttpClient);

  site(): Observable<SiteView> {
    return this.http.get<SiteView>('/api/v1/site');
  }

  read(): Observable<SessionView> {
    return this.http.get<SessionView>('/api/v1/session');
  }

  open(request: SignInRequest): Observable<SessionView> {
    return this.http.post<SessionView>('/api/v1/session', request);
  }

  openDemo(request: DemoSignInRequest): Observable<SessionView> {
    return this.http.post<SessionView>('/api/v1/session/demo', request);
  }

  end(): Observable<void> {
    return this.http.delete<void>('/api/v1/session');
  }

  spendLink(token: string, request: SpendCredentialLinkRequest): Observable<void> {
    return this.http.post<void>(`/api/v1/credential-links/${encodeURIComponent(token)}`, request);
  }
}
