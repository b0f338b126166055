import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CycleView } from '@par-index/contract';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import { phaseLine, type PhasePlace } from './phase-line';

const PLACES: Readonly<Record<PhasePlace, { readonly icon: 'check' | 'clock' | 'empty'; readonly words: string }>> = {
  over: { icon: 'check', words: $localize`đã qua` },
  now: { icon: 'clock', words: $localize`đang diễn ra` },
  ahead: { icon: 'empty', words: $localize`chưa mở` },
};

/** The phases of a cycle from left to right, with opening, deadline and close. */
@Component({
  selector: 'par-phase-steps',
  imports: [Icon, MomentPipe],
  template: `
    <ol>
      @for (step of steps(); track step.phase) {
        <li [class]="step.place" [attr.aria-current]="step.place === 'now' ? 'step' : null">
          <p class="head"><par-icon [name]="places[step.place].icon" [size]="18" /><strong>{{ words[step.phase] }}</strong></p>
          <p class="small place">
            {{ places[step.place].words }}@if (step.place === 'ahead' && step.window) {<ng-container i18n>, tự mở theo lịch</ng-container>}
          </p>
          @if (step.window; as window) {
            <dl class="small">
              <dt i18n>Mở</dt><dd>{{ window.opensAt | moment }}</dd>
              <dt i18n>Hạn</dt><dd>{{ window.deadlineAt | moment }}</dd>
              <dt i18n>Khóa</dt><dd>{{ window.closeAt | moment }}</dd>
            </dl>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './phase-steps.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhaseSteps {
  readonly cycle = input.required<CycleView>();

  protected readonly steps = computed(() => phaseLine(this.cycle()));
  protected readonly words = PHASE_WORDS;
  protected readonly places = PLACES;
}
