import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import type { ImportDoubt } from '@par-index/contract';
import { Icon } from '../../../../ui/icon/icon';
import { keepDoubts, keptDoubts } from '../../kept-doubts';
import { placeOfPointer } from '../draft/node-path';
import type { Found } from './found';

/** Lines of the decision that the draft was read from and that nobody has confirmed: each leads to its place, or is confirmed. */
@Component({
  selector: 'par-doubts-list',
  imports: [Icon],
  template: `
    @if (doubts().length > 0) {
      <h3 i18n>{{ doubts().length }} dòng của văn bản cần xem</h3>
      <ul>
        @for (doubt of doubts(); track $index; let at = $index) {
          <li>
            <button type="button" class="go" (click)="jump(doubt)"><par-icon name="help" [size]="18" /><span><span class="said">«{{ doubt.line }}»</span> {{ doubt.reason }} <span class="muted" i18n>Tạm hiểu: {{ doubt.assumed }}</span></span></button>
            <button type="button" class="right" (click)="confirm(at)" i18n>Đúng như vậy</button>
          </li>
        }
      </ul>
    }
  `,
  styleUrls: ['./findings-list.css', './doubts-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DoubtsList {
  readonly setId = input.required<string>();
  readonly jumped = output<Pick<Found, 'path' | 'within'>>();

  protected readonly doubts = linkedSignal<readonly ImportDoubt[]>(() => keptDoubts(this.setId()));

  protected jump({ pointer }: ImportDoubt): void {
    this.jumped.emit(placeOfPointer(pointer));
  }

  protected confirm(at: number): void {
    const left = this.doubts().filter((_doubt, other) => other !== at);
    keepDoubts(this.setId(), left);
    this.doubts.set(left);
  }
}
