import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { LEADERS_QUESTIONNAIRE, type Questionnaire, SIPAS_QUESTIONNAIRE } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { CanPipe } from '../../platform/session/can';
import { Chip } from '../../ui/chips/chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { formWords } from '../../ui/survey-form/form-text';
import { QuestionnaireApi } from './questionnaire-api';

/** Questionnaires with their versions, and the ready-made ones to begin from. */
@Component({
  selector: 'par-questionnaires-page',
  imports: [CanPipe, Chip, LoadState, MatButton, PageHeader, RefusalNotice, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Mẫu phiếu khảo sát" i18n-heading>
        <p crumb><a routerLink="/surveys" i18n>Khảo sát</a></p>
      </par-page-header>
      @if ('survey.edit' | can) {
        <div class="row">
          @for (one of readyMade; track one.code) {
            <button type="button" matButton="outlined" (click)="begin(one)" i18n>Soạn từ «{{ words(one.title) }}»</button>
          }
        </div>
      }
      <par-refusal-notice [text]="refused()" />
      @if (loaded.hasValue()) {
        <ul class="stack">
          @for (one of loaded.value().items; track one.id) {
            <li class="panel panel-body row row-apart">
              <div>
                <a [routerLink]="['/surveys/questionnaires', one.id]">{{ one.title }}</a>
                <p class="muted small" i18n>Phiên bản {{ one.versionNumber }} · {{ one.questions }} câu hỏi</p>
              </div>
              <par-chip [tone]="one.state === 'issued' ? 'full' : 'neutral'">{{ one.state === 'issued' ? issued : draft }}</par-chip>
            </li>
          } @empty {
            <li i18n>Chưa có mẫu phiếu nào. Hãy soạn từ một mẫu có sẵn.</li>
          }
        </ul>
      } @else {
        <par-load-state [of]="loaded" />
      }
    </div>
  `,
  styles: `ul { margin: 0; padding: 0; list-style: none; } p { margin: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionnairesPage {
  private readonly api = inject(QuestionnaireApi);
  private readonly router = inject(Router);
  protected readonly words = formWords;
  protected readonly issued = $localize`Đã ban hành`;
  protected readonly draft = $localize`Bản nháp`;
  protected readonly readyMade = [SIPAS_QUESTIONNAIRE, LEADERS_QUESTIONNAIRE];
  protected readonly refused = signal<string | null>(null);
  protected readonly loaded = rxResource({ stream: () => this.api.list() });

  protected async begin(document: Questionnaire): Promise<void> {
    this.refused.set(null);
    try {
      const { id } = await firstValueFrom(this.api.create(document));
      await this.router.navigate(['/surveys/questionnaires', id]);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
