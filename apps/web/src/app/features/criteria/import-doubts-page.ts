import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ImportDoubt } from '@par-index/contract';
import { EmptyState } from '../../ui/loading/empty-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { ImportDoubts } from './import-doubts';
import { keepDoubts, keptDoubts } from './kept-doubts';

/** What is still to be looked at of the decision that a draft was made from: confirmed here, or put right in the editor. */
@Component({
  selector: 'par-import-doubts-page',
  imports: [EmptyState, ImportDoubts, MatButton, PageHeader, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Những dòng cần người xem" i18n-heading lead="Các dòng của văn bản mà hệ thống chưa chắc đã hiểu đúng. Xem từng dòng; chỗ nào chưa đúng thì sửa trong trình soạn." i18n-lead>
        <p crumb><a routerLink="/criteria-sets" i18n>Bộ tiêu chí</a></p>
        <a actions matButton="filled" [routerLink]="['/criteria-sets', id(), 'edit']" i18n>Mở trình soạn</a>
      </par-page-header>
      @if (doubts().length > 0) {
        <par-import-doubts [doubts]="doubts()" (confirmedChange)="confirm($event)" />
      } @else {
        <par-empty-state icon="complete" title="Không còn dòng nào cần xem" i18n-title detail="Mở trình soạn để sửa tiếp và ban hành." i18n-detail />
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDoubtsPage {
  /** From the route. */
  readonly id = input.required<string>();
  protected readonly doubts = linkedSignal<readonly ImportDoubt[]>(() => keptDoubts(this.id()));

  /** One that is confirmed goes from the list. */
  protected confirm(confirmed: ReadonlySet<number>): void {
    const left = this.doubts().filter((_, index) => !confirmed.has(index));
    keepDoubts(this.id(), left);
    this.doubts.set(left);
  }
}
