import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { CampaignView } from '@par-index/contract';
import { LoadState } from '../../ui/loading/load-state';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { SurveyApi } from './survey-api';

/** Free answers, to be read; the search ignores accents. */
@Component({
  selector: 'par-campaign-texts',
  imports: [LoadState, Pager, SearchBox],
  template: `
    <par-search-box label="Tìm trong góp ý, có dấu hoặc không dấu" i18n-label (searched)="find($event)" />
    @if (loaded.hasValue()) {
      <ul class="stack">
        @for (one of loaded.value().items; track one.id) {
          <li class="panel panel-body"><p class="said">{{ one.text }}</p>@if (one.officeName) { <p class="muted small">{{ one.officeName }}</p> }</li>
        } @empty {
          <li i18n>Chưa có góp ý nào hiện được.</li>
        }
      </ul>
      <par-pager [page]="page()" [pageSize]="loaded.value().pageSize" [total]="loaded.value().total" (turned)="page.set($event)" />
    } @else {
      <par-load-state [of]="loaded" />
    }
  `,
  styles: `:host { display: grid; gap: var(--space-4); } ul { margin: 0; padding: 0; list-style: none; } p { margin: 0; } .said { white-space: pre-line; overflow-wrap: anywhere; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignTexts {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  protected readonly page = signal(1);
  protected readonly search = signal('');
  protected readonly loaded = rxResource({
    params: () => ({ id: this.campaign().id, page: this.page(), search: this.search() }),
    stream: ({ params }) => this.api.texts(params.id, params.page, params.search),
  });

  protected find(text: string): void {
    this.page.set(1);
    this.search.set(text);
  }
}
