import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AcceptableRow, AcceptAcrossView, CriterionAppraisalView, CriterionChoices } from '@par-index/contract';
import type { Observable } from 'rxjs';

/** A group of agencies in a cycle. */
export interface GroupAddress {
  readonly cycleId: string;
  readonly groupCode: string;
}

export interface CriterionAddress extends GroupAddress {
  readonly code: string;
}

/** One criterion at all agencies of a group. */
@Injectable({ providedIn: 'root' })
export class ByCriterionApi {
  private readonly http = inject(HttpClient);

  choices(address: GroupAddress): Observable<CriterionChoices> {
    return this.http.get<CriterionChoices>(rootOf(address));
  }

  get(address: CriterionAddress): Observable<CriterionAppraisalView> {
    return this.http.get<CriterionAppraisalView>(`${rootOf(address)}/${encodeURIComponent(address.code)}`);
  }

  /** What accepting the undecided of these agencies would write. Changes nothing. */
  preview(address: CriterionAddress, assessmentIds: readonly string[]): Observable<AcceptAcrossView> {
    return this.http.post<AcceptAcrossView>(`${rootOf(address)}/${encodeURIComponent(address.code)}/acceptance`, { assessmentIds }, { params: { dryRun: true } });
  }

  /** Accepts these rows and no other, all of them or none: what the preview listed. */
  accept(address: CriterionAddress, rows: readonly AcceptableRow[]): Observable<AcceptAcrossView> {
    return this.http.post<AcceptAcrossView>(`${rootOf(address)}/${encodeURIComponent(address.code)}/acceptance`, { rows });
  }
}

const rootOf = ({ cycleId, groupCode }: GroupAddress): string => `/api/v1/appraisals/by-criterion/${cycleId}/${encodeURIComponent(groupCode)}`;
