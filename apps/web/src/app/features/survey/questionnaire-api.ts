import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Page, Questionnaire, QuestionnaireSummary, QuestionnaireView } from '@par-index/contract';
import type { Observable } from 'rxjs';
import { ifMatch } from '../../platform/problem/if-match';

const ROOT = '/api/v1/survey-questionnaires';

@Injectable({ providedIn: 'root' })
export class QuestionnaireApi {
  private readonly http = inject(HttpClient);

  list(page = 1): Observable<Page<QuestionnaireSummary>> {
    return this.http.get<Page<QuestionnaireSummary>>(ROOT, { params: { page } });
  }

  get(id: string): Observable<QuestionnaireView> {
    return this.http.get<QuestionnaireView>(`${ROOT}/${id}`);
  }

  create(document: Questionnaire): Observable<QuestionnaireView> {
    return this.http.post<QuestionnaireView>(ROOT, { document });
  }

  edit({ id, version }: QuestionnaireView, document: Questionnaire): Observable<QuestionnaireView> {
    return this.http.put<QuestionnaireView>(`${ROOT}/${id}`, { document }, ifMatch(version));
  }

  issue({ id, version }: QuestionnaireView): Observable<QuestionnaireView> {
    return this.http.post<QuestionnaireView>(`${ROOT}/${id}/issue`, {}, ifMatch(version));
  }
}
