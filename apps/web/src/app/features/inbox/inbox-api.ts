import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { MailDetailView, MailView, NotificationPage, Page } from '@par-index/contract';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class InboxApi {
  private readonly http = inject(HttpClient);

  list(which: 'all' | 'unread', page: number): Observable<NotificationPage> {
    return this.http.get<NotificationPage>('/api/v1/notifications', { params: { page, ...(which === 'unread' ? { unread: true } : {}) } });
  }

  read(id: string): Observable<void> {
    return this.http.post<void>(`/api/v1/notifications/${id}/reading`, {});
  }

  readAll(upTo: string): Observable<void> {
    return this.http.post<void>('/api/v1/notifications/reading', { upTo });
  }

  mails(page: number): Observable<Page<MailView>> {
    return this.http.get<Page<MailView>>('/api/v1/mails', { params: { page } });
  }

  mail(id: string): Observable<MailDetailView> {
    return this.http.get<MailDetailView>(`/api/v1/mails/${id}`);
  }
}
