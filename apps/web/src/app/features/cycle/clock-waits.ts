import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type CycleView, nextPhase } from '@par-index/contract';
import { Clock } from '../../platform/time/clock';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import { CycleApi } from './cycle-api';

/** Says why the clock has not opened a phase whose day has come, and that a person may. Nothing while there is nothing to say. */
@Component({
  selector: 'par-clock-waits',
  imports: [Icon, MomentPipe],
  template: `
    @if (due(); as due) {
      @if (waitsFor().length > 0) {
        <div class="notice notice-late" role="status">
          <par-icon name="clock" />
          <div class="stack">
            <p i18n>Theo lịch, giai đoạn {{ due.words }} mở từ {{ due.opensAt | moment }} nhưng chưa tự mở được:</p>
            <ul class="effects">
              @for (reason of waitsFor(); track reason) {
                <li>{{ reason }}</li>
              }
            </ul>
            <p i18n>Hãy xử lý các việc trên, hoặc tự mở giai đoạn và ghi lý do.</p>
          </div>
        </div>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockWaits {
  private readonly api = inject(CycleApi);
  private readonly clock = inject(Clock);

  readonly cycle = input.required<CycleView>();

  protected readonly due = computed(() => {
    const { phase, windows } = this.cycle();
    const next = nextPhase(phase);
    const window = windows.find((one) => one.phase === next);
    return window && next && Date.parse(window.opensAt) <= this.clock.now() ? { ...window, words: PHASE_WORDS[next] } : null;
  });
  private readonly preview = rxResource({
    params: () => (this.due() ? this.cycle().id : undefined),
    stream: ({ params }) => this.api.preview(params),
  });
  protected readonly waitsFor = computed(() => {
    const preview = this.preview.hasValue() ? this.preview.value() : undefined;
    return preview ? [...preview.blockers, ...preview.forAPerson] : [];
  });
}
