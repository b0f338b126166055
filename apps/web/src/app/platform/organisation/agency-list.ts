import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AgencyView, Page } from '@par-index/contract';
import { EMPTY, expand, map, type Observable, reduce } from 'rxjs';

const PAGE = 200;

/** Every active agency, for lists to choose from. */
@Injectable({ providedIn: 'root' })
export class AgencyList {
  private readonly http = inject(HttpClient);

  all(): Observable<readonly AgencyView[]> {
    return this.page(1).pipe(
      expand((loaded) => (loaded.page * loaded.pageSize < loaded.total ? this.page(loaded.page + 1) : EMPTY)),
      map(({ items }) => items),
      reduce<readonly AgencyView[], readonly AgencyView[]>((all, items) => [...all, ...items], []),
    );
  }

  private page(page: number): Observable<Page<AgencyView>> {
    return this.http.get<Page<AgencyView>>('/api/v1/agencies', { params: { page, pageSize: PAGE, active: true } });
  }
}
