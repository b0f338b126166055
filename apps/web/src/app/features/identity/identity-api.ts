import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CreateUserRequest, CredentialLinkView, EditUserRequest, Page, Role, UserImportView, UserView, UserWithLink } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

@Injectable({ providedIn: 'root' })
export class IdentityApi {
  private readonly http = inject(HttpClient);

  users(query: { readonly search: string; readonly role: Role | ''; readonly page: number }): Observable<Page<UserView>> {
    const { search, role, page } = query;
    return this.http.get<Page<UserView>>('/api/v1/users', { params: { page, ...(search ? { search } : {}), ...(role ? { role } : {}) } });
  }

  create(request: CreateUserRequest): Observable<UserWithLink> {
    return this.http.post<UserWithLink>('/api/v1/users', request);
  }

  edit(user: UserView, request: EditUserRequest): Observable<UserView> {
    return this.http.put<UserView>(`/api/v1/users/${user.id}`, request, ifMatch(user.version));
  }

  issueLink(user: UserView): Observable<CredentialLinkView> {
    return this.http.post<CredentialLinkView>(`/api/v1/users/${user.id}/credential-link`, {});
  }

  importUsers(file: File, mode: 'dry-run' | 'import'): Observable<UserImportView> {
    const form = new FormData();
    form.append('file', file);
    return this.http.post<UserImportView>('/api/v1/users/import', form, { params: { dryRun: mode === 'dry-run' } });
  }
}
