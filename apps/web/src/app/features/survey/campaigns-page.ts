import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CanPipe } from '../../platform/session/can';
import { Chip } from '../../ui/chips/chip';
import { DayPipe } from '../../ui/format/date-pipes';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { SurveyApi } from './survey-api';
import { CAMPAIGN_WORDS } from './survey-words';

/** Every campaign, the newest first. */
@Component({
  selector: 'par-campaigns-page',
  imports: [CanPipe, Chip, DayPipe, EmptyState, LoadState, MatButton, NumberPipe, PageHeader, Pager, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Khảo sát" i18n-heading>
        <a actions matButton="outlined" routerLink="/surveys/questionnaires" i18n>Mẫu phiếu</a>
        @if ('survey.edit' | can) {
          <a actions matButton="filled" routerLink="/surveys/new" i18n>Tạo đợt khảo sát</a>
        }
      </par-page-header>
      @if (loaded.hasValue()) {
        <ul class="stack list">
          @for (campaign of loaded.value().items; track campaign.id) {
            <li class="panel panel-body row row-apart">
              <div>
                <a class="title" [routerLink]="['/surveys', campaign.id, 'progress']">{{ campaign.title }}</a>
                <p class="muted small" i18n>{{ campaign.opensAt | day }}–{{ campaign.closesAt | day }} · {{ campaign.offices | num }} nơi được khảo sát · {{ campaign.received | num }} phiếu</p>
              </div>
              <par-chip [tone]="campaign.state === 'open' ? 'action' : 'neutral'">{{ words[campaign.state] }}</par-chip>
            </li>
          } @empty {
            <li><par-empty-state icon="comment" title="Chưa có đợt khảo sát nào" i18n-title detail="Ban hành mẫu phiếu trước, rồi tạo đợt khảo sát." i18n-detail /></li>
          }
        </ul>
        <par-pager [page]="page()" [pageSize]="loaded.value().pageSize" [total]="loaded.value().total" (turned)="page.set($event)" />
      } @else {
        <par-load-state [of]="loaded" />
      }
    </div>
  `,
  styles: `
    .list { padding: 0; list-style: none; }
    .title { font-weight: 600; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignsPage {
  private readonly api = inject(SurveyApi);
  protected readonly words = CAMPAIGN_WORDS;
  protected readonly page = signal(1);
  protected readonly loaded = rxResource({ params: () => this.page(), stream: ({ params }) => this.api.list(params) });
}
