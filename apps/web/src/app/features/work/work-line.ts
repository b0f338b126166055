import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkItem } from '@par-index/contract';
import { Countdown } from '../../ui/chips/countdown';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { workSentence } from './work-sentence';

@Component({
  selector: 'par-work-line',
  imports: [Countdown, Icon, MomentPipe, RouterLink],
  template: `
    <a [routerLink]="sentence().path" [class.late]="item().urgency === 'late'">
      <par-icon class="mark" [name]="sentence().icon" [size]="22" />
      <span class="words">
        <span class="what">{{ sentence().what }}</span>
        @if (sentence().why; as why) { <span class="why">{{ why }}</span> }
        @if (item().deadlineAt; as deadline) {
          <span class="due"><ng-container i18n>Hạn {{ deadline | moment }}</ng-container> · <par-countdown [deadline]="deadline" [now]="now()" /></span>
        }
      </span>
      <par-icon class="go" name="forward" />
    </a>
  `,
  styleUrl: './work-line.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkLineRow {
  readonly item = input.required<WorkItem>();
  readonly now = input.required<number>();

  protected readonly sentence = computed(() => workSentence(this.item()));
}
