import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangedAssessment, CriterionChange } from '@par-index/contract';
import type { Observable } from 'rxjs';

/** What changed after the submission, as far as the reader may know. */
@Injectable({ providedIn: 'root' })
export class ChangesApi {
  private readonly http = inject(HttpClient);

  ofAssessment(assessmentId: string): Observable<readonly CriterionChange[]> {
    return this.http.get<readonly CriterionChange[]>(`/api/v1/assessments/${assessmentId}/changes`);
  }

  ofCycle(cycleId: string): Observable<readonly ChangedAssessment[]> {
    return this.http.get<readonly ChangedAssessment[]>(`/api/v1/cycles/${cycleId}/changes`);
  }
}
