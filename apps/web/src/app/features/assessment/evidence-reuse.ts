import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { freshnessOf, type LibraryDocumentView, type LinkEvidenceRequest } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { SearchBox } from '../../ui/search-box/search-box';
import { EvidenceApi } from './evidence-api';
import { documentInWords, usesInWords } from '../../ui/document-viewer/document-words';
import { freshnessInWords } from './evidence-words';
import { PlaceForm, type PlaceValue } from './place-form';

let count = 0;

const NO_PLACE: PlaceValue = { section: '', page: null };

/** A document that the agency has already, found by its number or title. */
@Component({
  selector: 'par-evidence-reuse',
  imports: [Icon, LoadState, MatButton, PlaceForm, SearchBox],
  template: `
    <div class="row">
      <par-search-box label="Tìm tài liệu của cơ quan" i18n-label (searched)="search.set($event)" />
      @if (year(); as year) {
        <div class="field">
          <label [for]="id" i18n>Năm của tài liệu</label>
          <select #box class="control" [id]="id" (change)="chooseYear(box.value)">
            <option value="" i18n>Mọi năm</option>
            <option [value]="year">{{ year }}</option>
            <option [value]="year - 1">{{ year - 1 }}</option>
          </select>
        </div>
      }
    </div>
    @if (loaded.hasValue()) {
      <ul>
        @for (document of loaded.value().items; track document.id) {
          <li>
            <div class="words">
              <strong>{{ document.title }}</strong>
              <span class="muted small">{{ documentWords(document) }}</span>
              @if (document.uses.length > 0) {
                <span class="muted small">{{ usesWords(document.uses) }}</span>
              }
              @for (warning of warnings(document); track warning) {
                <span class="small warning"><par-icon name="warning" [size]="16" /> {{ warning }}</span>
              }
            </div>
            @if (used().has(document.id)) {
              <span class="muted small" i18n>đã có ở đây</span>
            } @else if (picked() === document.id) {
              <par-place-form class="wide" [value]="noPlace" (saved)="use(document.id, $event)" (left)="picked.set(null)" />
            } @else {
              <button type="button" matButton="text" (click)="picked.set(document.id)"><ng-container i18n>Dùng</ng-container><span class="visually-hidden"> {{ document.title }}</span></button>
            }
          </li>
        } @empty { <li class="muted" i18n>Không có tài liệu nào khớp.</li> }
      </ul>
    } @else { <par-load-state [of]="loaded" [rows]="3" /> }
  `,
  styles: `
    :host { display: grid; gap: var(--space-2); }
    ul { max-height: 320px; overflow: auto; }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; padding: var(--space-1) 0; border-top: 1px solid var(--line-faint); }
    .words { display: grid; flex: 1; min-width: 160px; overflow-wrap: anywhere; }
    strong { font-weight: 500; }
    .warning { color: var(--partial); }
    .row { align-items: flex-end; }
    .wide { flex: 1 1 100%; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceReuse {
  private readonly api = inject(EvidenceApi);

  readonly used = input.required<ReadonlySet<string>>();
  /** The year that is assessed, for which a document should be fresh. */
  readonly year = input<number | null>(null);
  readonly chosen = output<LinkEvidenceRequest>();

  protected readonly id = `reuse-${(count += 1)}`;
  protected readonly search = signal('');
  private readonly ofYear = signal<number | null>(null);
  protected readonly usesWords = usesInWords;
  protected readonly picked = signal<string | null>(null);
  protected readonly noPlace = NO_PLACE;
  protected readonly documentWords = documentInWords;
  protected readonly loaded = rxResource({ params: () => ({ search: this.search(), year: this.ofYear() }), stream: ({ params }) => this.api.library(params) });

  protected warnings(document: LibraryDocumentView): readonly string[] {
    const year = this.year();
    return year === null ? [] : freshnessOf(document, document.uses, year).map(freshnessInWords);
  }

  protected chooseYear(value: string): void {
    this.ofYear.set(value === '' ? null : Number(value));
  }

  protected use(documentId: string, place: PlaceValue): void {
    this.chosen.emit({ documentId, ...place });
  }
}
