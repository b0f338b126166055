import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { ReceiptRound } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { ReceiptsOfAssessment } from './receipts-of-assessment';

/** The receipt that holds now for one round of an assessment, as a link. Nothing before it was handed in. */
@Component({
  selector: 'par-receipt-link',
  imports: [Icon, RouterLink],
  template: `@if (number(); as number) { <par-icon name="receipt" [size]="18" /><a [routerLink]="['/receipts', number]" i18n>Biên nhận {{ number }}</a> }`,
  styles: `
    :host { display: inline-flex; gap: 4px; align-items: center; }
    :host:empty { display: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptLink {
  private readonly receipts = inject(ReceiptsOfAssessment);

  readonly assessmentId = input.required<string>();
  readonly version = input.required<number>();
  readonly round = input.required<ReceiptRound>();

  private readonly loaded = rxResource({
    params: () => ({ assessmentId: this.assessmentId(), version: this.version() }),
    stream: ({ params }) => this.receipts.list(params),
  });
  protected readonly number = computed(() => {
    const receipts = this.loaded.hasValue() ? this.loaded.value() : [];
    return receipts.find(({ round, replacedBy }) => round === this.round() && replacedBy === null)?.number ?? null;
  });
}
