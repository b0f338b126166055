import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AssessmentHints, CriterionHints, HintView } from '@par-index/contract';
import type { Observable } from 'rxjs';

const ROOT = '/api/v1/appraisals';

export interface HintAddress {
  readonly assessmentId: string;
  readonly code: string;
  readonly key: string;
}

@Injectable({ providedIn: 'root' })
export class HintApi {
  private readonly http = inject(HttpClient);

  of(assessmentId: string): Observable<AssessmentHints> {
    return this.http.get<AssessmentHints>(`${ROOT}/${assessmentId}/hints`);
  }

  across(cycleId: string, groupCode: string, code: string): Observable<CriterionHints> {
    return this.http.get<CriterionHints>(`${ROOT}/by-criterion/${cycleId}/${groupCode}/${code}/hints`);
  }

  dismiss({ assessmentId, code, key }: HintAddress, reason: string): Observable<HintView> {
    return this.http.post<HintView>(`${ROOT}/${assessmentId}/hints/${code}/dismissals`, { key, reason });
  }

  restore({ assessmentId, code, key }: HintAddress): Observable<HintView> {
    return this.http.post<HintView>(`${ROOT}/${assessmentId}/hints/${code}/restorations`, { key });
  }
}
