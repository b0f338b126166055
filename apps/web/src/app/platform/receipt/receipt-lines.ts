import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { ReceiptsOfAssessment } from './receipts-of-assessment';

/** The receipts of an assessment, newest first; nothing before the first submission. `version` is the assessment's, so that a new one comes at once. */
@Component({
  selector: 'par-receipt-lines',
  imports: [Icon, MomentPipe, RouterLink],
  template: `
    @if (loaded.hasValue() && loaded.value().length > 0) {
      <ul aria-label="Biên nhận" i18n-aria-label>
        @for (receipt of loaded.value(); track receipt.number) {
          <li>
            <par-icon name="receipt" [size]="18" />
            <a [routerLink]="['/receipts', receipt.number]" i18n>Biên nhận {{ receipt.number }}</a>
            <span class="muted small">
              @if (receipt.round === 'explanation') { <ng-container i18n>giải trình</ng-container> } @else { <ng-container i18n>tự đánh giá</ng-container> }
              · {{ receipt.issuedAt | moment }} ·
              @if (receipt.late) { <strong i18n>sau hạn</strong> } @else { <ng-container i18n>đúng hạn</ng-container> }
              @if (receipt.replacedBy) { · <ng-container i18n>đã được thay</ng-container> }
            </span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul { display: grid; gap: var(--space-1); }
    li { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); align-items: center; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptLines {
  private readonly receipts = inject(ReceiptsOfAssessment);

  readonly assessmentId = input.required<string>();
  readonly version = input.required<number>();

  protected readonly loaded = rxResource({
    params: () => ({ assessmentId: this.assessmentId(), version: this.version() }),
    stream: ({ params }) => this.receipts.list(params),
  });
}
