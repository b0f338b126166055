import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { EvidenceSuggestion } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { dayInWords } from '../../ui/format/date-words';
import { Icon } from '../../ui/icon/icon';
import { type CriterionPlace, EvidenceApi } from './evidence-api';
import { freshnessInWords, placeInWords } from './evidence-words';

/** What stood under this criterion the year before and does not now: each is looked at and reused by hand, with what makes it old beside it. */
@Component({
  selector: 'par-evidence-suggestions',
  imports: [Icon, MatButton, RefusalNotice],
  template: `
    @if (offered().length > 0) {
      <details>
        <summary i18n>{{ offered().length }} tài liệu đã dùng năm trước cho tiêu chí này</summary>
        <ul>
          @for (one of offered(); track one.documentId) {
            <li>
              <div class="words">
                <strong>{{ one.title }}</strong>
                <span class="muted small">{{ wordsOf(one) }}</span>
                @for (warning of one.warnings; track $index) {
                  <span class="small warning"><par-icon name="warning" [size]="16" /> {{ freshness(warning) }}</span>
                }
              </div>
              <button type="button" matButton="outlined" [disabled]="busy()" (click)="reuse(one)"><ng-container i18n>Dùng lại</ng-container><span class="visually-hidden"> {{ one.title }}</span></button>
            </li>
          }
        </ul>
        <par-refusal-notice [text]="refused()" />
      </details>
    }
  `,
  styles: `
    summary { padding: var(--space-1) 0; cursor: pointer; }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; padding: var(--space-2) 0; border-top: 1px solid var(--line-faint); }
    .words { display: grid; flex: 1; min-width: 160px; overflow-wrap: anywhere; }
    strong { font-weight: 500; }
    .warning { color: var(--partial); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceSuggestions {
  private readonly http = inject(HttpClient);
  private readonly api = inject(EvidenceApi);

  readonly place = input.required<CriterionPlace>();
  readonly used = input.required<ReadonlySet<string>>();
  readonly added = output<void>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly freshness = freshnessInWords;
  private readonly loaded = rxResource({
    params: () => this.place().assessmentId || undefined,
    stream: ({ params }) => this.http.get<readonly EvidenceSuggestion[]>(`/api/v1/assessments/${params}/evidence-suggestions`),
    defaultValue: [],
  });
  protected readonly offered = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []).filter(({ code, documentId }) => code === this.place().code && !this.used().has(documentId)));

  protected wordsOf({ documentNumber, issuedOn, issuer, usedYear, section, page }: EvidenceSuggestion): string {
    const place = placeInWords({ section, page });
    return [documentNumber, issuedOn && dayInWords(issuedOn), issuer, place && $localize`năm ${usedYear}:year: xem ${place}:place:`].filter(Boolean).join(' · ');
  }

  protected async reuse({ documentId, section, page }: EvidenceSuggestion): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await firstValueFrom(this.api.link(this.place(), { documentId, section, page }));
      this.added.emit();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
