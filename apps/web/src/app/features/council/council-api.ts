import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  BlindCandidatesView,
  BlindFiguresView,
  BlindSettingRequest,
  BlindSummary,
  CloseItemRequest,
  ConcludedView,
  CouncilItemSummary,
  CouncilItemView,
  CouncilView,
  GiveBlindRequest,
  ItemState,
  Page,
  ProposeRequest,
} from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

const ROOT = '/api/v1/council-items';

export interface ItemSearch {
  readonly cycleId: string;
  readonly state: ItemState | null;
  readonly blind: CouncilItemSummary['blind'];
  readonly search: string;
  readonly page: number;
}

@Injectable({ providedIn: 'root' })
export class CouncilApi {
  private readonly http = inject(HttpClient);

  sitting(cycleId: string): Observable<CouncilView> {
    return this.http.get<CouncilView>(`/api/v1/cycles/${cycleId}/council`);
  }

  list({ cycleId, state, blind, search, page }: ItemSearch): Observable<Page<CouncilItemSummary>> {
    const params = { ...(state === null ? {} : { state }), ...(blind === null ? {} : { blind }), ...(search === '' ? {} : { search }), page };
    return this.http.get<Page<CouncilItemSummary>>(`/api/v1/cycles/${cycleId}/council-items`, { params });
  }

  conclude(cycleId: string): Observable<ConcludedView> {
    return this.http.post<ConcludedView>(`/api/v1/cycles/${cycleId}/council/conclusion`, {});
  }

  get(id: string): Observable<CouncilItemView> {
    return this.http.get<CouncilItemView>(`${ROOT}/${id}`);
  }

  /** On the version of the reader's own vote, 0 where there is none. */
  vote({ id, myVote }: Pick<CouncilItemView, 'id' | 'myVote'>, proposalId: string): Observable<CouncilItemView> {
    return this.http.put<CouncilItemView>(`${ROOT}/${id}/vote`, { proposalId }, ifMatch(myVote?.version ?? 0));
  }

  propose(id: string, request: ProposeRequest): Observable<CouncilItemView> {
    return this.http.post<CouncilItemView>(`${ROOT}/${id}/proposals`, request);
  }

  close({ id, version }: Pick<CouncilItemView, 'id' | 'version'>, request: CloseItemRequest): Observable<CouncilItemView> {
    return this.http.post<CouncilItemView>(`${ROOT}/${id}/closing`, request, ifMatch(version));
  }

  setBlind({ cycleId, blind }: Pick<CouncilView, 'cycleId' | 'blind'>, request: BlindSettingRequest): Observable<CouncilView> {
    return this.http.put<CouncilView>(`/api/v1/cycles/${cycleId}/blind-setting`, request, ifMatch(blind.version));
  }

  listBlind(cycleId: string, page: number): Observable<Page<BlindSummary>> {
    return this.http.get<Page<BlindSummary>>(`/api/v1/cycles/${cycleId}/blind-appraisals`, { params: { page } });
  }

  blindFigures(cycleId: string): Observable<BlindFiguresView> {
    return this.http.get<BlindFiguresView>(`/api/v1/cycles/${cycleId}/blind-figures`);
  }

  blindCandidates(id: string): Observable<BlindCandidatesView> {
    return this.http.get<BlindCandidatesView>(`${ROOT}/${id}/blind-candidates`);
  }

  assignBlind(id: string, memberIds: readonly string[]): Observable<CouncilItemView> {
    return this.http.post<CouncilItemView>(`${ROOT}/${id}/blind-appraisal`, { memberIds });
  }

  giveBlind(id: string, request: GiveBlindRequest): Observable<CouncilItemView> {
    return this.http.post<CouncilItemView>(`${ROOT}/${id}/blind-opinion`, request);
  }

  withdrawBlind({ id, blind }: Pick<CouncilItemView, 'id' | 'blind'>, reason: string): Observable<CouncilItemView> {
    return this.http.post<CouncilItemView>(`${ROOT}/${id}/blind-withdrawal`, { reason }, ifMatch(blind?.version ?? 0));
  }
}

/** Where the minutes of a cycle are downloaded. */
export const minutesAddress = (cycleId: string, format: 'docx' | 'xlsx'): string => `/api/v1/cycles/${cycleId}/council/minutes?format=${format}`;
