import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { NumberPipe } from '../format/number-pipes';

/** «1–50 trong 139», with the ways to the pages before and after. Nothing where one page holds everything. */
@Component({
  selector: 'par-pager',
  imports: [MatButton, NumberPipe],
  template: `
    @if (total() > pageSize()) {
      <nav class="row" aria-label="Trang" i18n-aria-label>
        <span class="muted" i18n>{{ first() | num }}–{{ last() | num }} trong {{ total() | num }}</span>
        <button type="button" matButton="outlined" [disabled]="page() <= 1" (click)="turned.emit(page() - 1)" i18n>Trước</button>
        <button type="button" matButton="outlined" [disabled]="last() >= total()" (click)="turned.emit(page() + 1)" i18n>Sau</button>
      </nav>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Pager {
  readonly page = input.required<number>();
  readonly pageSize = input.required<number>();
  readonly total = input.required<number>();
  readonly turned = output<number>();

  protected readonly first = computed(() => (this.page() - 1) * this.pageSize() + 1);
  protected readonly last = computed(() => Math.min(this.total(), this.page() * this.pageSize()));
}
