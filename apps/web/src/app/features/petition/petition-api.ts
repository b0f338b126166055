import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AnswerPetitionRequest, AssessmentSummary, Page, PetitionRevisionView, PetitionsView, PetitionView, WritePetitionRequest } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

const ROOT = '/api/v1';

/** One criterion of one assessment. */
export interface PetitionPlace {
  readonly assessmentId: string;
  readonly code: string;
}

@Injectable({ providedIn: 'root' })
export class PetitionApi {
  private readonly http = inject(HttpClient);

  /** The assessments that the reader may see in a cycle; of an agency's own people just theirs. */
  assessments(cycleId: string): Observable<Page<AssessmentSummary>> {
    return this.http.get<Page<AssessmentSummary>>(`${ROOT}/assessments`, { params: { cycleId } });
  }

  list(assessmentId: string): Observable<PetitionsView> {
    return this.http.get<PetitionsView>(`${ROOT}/assessments/${assessmentId}/petitions`);
  }

  listOfCycle(cycleId: string, page: number): Observable<Page<PetitionView>> {
    return this.http.get<Page<PetitionView>>(`${ROOT}/cycles/${cycleId}/petitions`, { params: { page } });
  }

  history(id: string): Observable<readonly PetitionRevisionView[]> {
    return this.http.get<readonly PetitionRevisionView[]>(`${ROOT}/petitions/${id}/history`);
  }

  /** `version` that the edit began from, 0 where there was none. */
  write({ assessmentId, code }: PetitionPlace, version: number, request: WritePetitionRequest): Observable<PetitionView> {
    return this.http.put<PetitionView>(`${ROOT}/assessments/${assessmentId}/petitions/${code}`, request, ifMatch(version));
  }

  file({ id, version }: PetitionView): Observable<PetitionView> {
    return this.http.post<PetitionView>(`${ROOT}/petitions/${id}/filing`, {}, ifMatch(version));
  }

  answer({ id, version }: PetitionView, request: AnswerPetitionRequest): Observable<PetitionView> {
    return this.http.post<PetitionView>(`${ROOT}/petitions/${id}/answer`, request, ifMatch(version));
  }
}
