import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { LoadState } from '../../ui/loading/load-state';
import { SearchBox } from '../../ui/search-box/search-box';
import { documentInWords } from './document-words';
import { ExplanationApi } from './explanation-api';

/** A document that the agency has already, found by its number or title. */
@Component({
  selector: 'par-own-documents',
  imports: [LoadState, MatButton, SearchBox],
  template: `
    <par-search-box label="Tìm tài liệu của cơ quan" i18n-label (searched)="search.set($event)" />
    @if (loaded.hasValue()) {
      <ul>
        @for (document of loaded.value().items; track document.id) {
          <li>
            <div class="words"><strong>{{ document.title }}</strong> <span class="muted small">{{ documentWords(document) }}</span></div>
            @if (used().has(document.id)) {
              <span class="muted small" i18n>đã có ở đây</span>
            } @else {
              <button type="button" matButton="text" (click)="chosen.emit(document.id)"><ng-container i18n>Dùng</ng-container><span class="visually-hidden"> {{ document.title }}</span></button>
            }
          </li>
        } @empty { <li class="muted" i18n>Không có tài liệu nào khớp.</li> }
      </ul>
    } @else { <par-load-state [of]="loaded" [rows]="3" /> }
  `,
  styles: `
    :host { display: grid; gap: var(--space-2); }
    ul { padding: 0; list-style: none; }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; padding: var(--space-1) 0; border-top: 1px solid var(--line-faint); }
    .words { display: grid; flex: 1; min-width: 160px; overflow-wrap: anywhere; }
    strong { font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnDocuments {
  private readonly api = inject(ExplanationApi);

  readonly used = input.required<ReadonlySet<string>>();
  readonly chosen = output<string>();

  protected readonly search = signal('');
  protected readonly documentWords = documentInWords;
  protected readonly loaded = rxResource({ params: () => this.search(), stream: ({ params }) => this.api.library(params) });
}
