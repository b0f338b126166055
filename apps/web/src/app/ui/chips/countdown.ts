import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { momentInWords } from '../format/date-words';
import { remainingUntil } from '../format/remaining';

/** «còn 3 ngày», «quá hạn 2 giờ», with the moment itself on hover and for screen readers. `now` is the server's time: `clock.now()`. */
@Component({
  selector: 'par-countdown',
  template: `<time [attr.datetime]="deadline()" [title]="exact()" [class]="remaining().state">{{ remaining().words }}</time>`,
  styles: `
    time { font-weight: 500; white-space: nowrap; }
    .soon { color: var(--partial); }
    .late { color: var(--late); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Countdown {
  readonly deadline = input.required<string>();
  readonly now = input.required<number>();

  protected readonly remaining = computed(() => remainingUntil(this.deadline(), this.now()));
  protected readonly exact = computed(() => momentInWords(this.deadline()));
}
