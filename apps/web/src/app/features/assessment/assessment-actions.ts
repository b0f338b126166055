import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AssessmentAction, AssessmentView, TotalsView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { ChangesApi } from '../../platform/changes/changes-api';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { maximumFigure, pointsFigure } from '../../ui/format/number-words';
import { Confirm } from '../../ui/prompt/confirm';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { AssessmentApi } from './assessment-api';
import { AssessmentDesk } from './assessment-desk';
import { MOVE_WORDS, type OfferedMove, offeredMoves } from './move-words';

/** How long sending waits for what was just typed. */
const PATIENCE = 10_000;

/** The moves that are open to this reader: the next one filled, the others beside it. */
@Component({
  selector: 'par-assessment-actions',
  imports: [MatButton, RefusalNotice],
  template: `
    @for (move of moves(); track move.action; let first = $first) {
      @if (first) {
        <button type="button" matButton="filled" [disabled]="busy()" (click)="make(move)">{{ move.verb }}</button>
      } @else {
        <button type="button" matButton="outlined" [disabled]="busy()" (click)="make(move)">{{ move.verb }}</button>
      }
    }
    <par-refusal-notice class="refused" [text]="refused()" />
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
    .refused:empty { display: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentActions {
  private readonly api = inject(AssessmentApi);
  private readonly desk = inject(AssessmentDesk);
  private readonly confirm = inject(Confirm);
  private readonly prompt = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);
  private readonly cycle = inject(CurrentCycle);
  private readonly changes = inject(ChangesApi);

  readonly view = input.required<AssessmentView>();
  readonly totals = input.required<TotalsView>();
  /** Something stands between here and the move: the page shows what. */
  readonly hindered = output<void>();

  protected readonly moves = computed(() => offeredMoves(this.view().openActions));
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);

  protected async make(move: OfferedMove): Promise<void> {
    this.refused.set(null);
    if (!(await this.isReady(move))) {
      return;
    }
    const asked = await this.ask(move);
    if (asked) {
      await this.send(move.action, asked.reason);
    }
  }

  /** Everything typed is on the server, and nothing is missing. */
  private async isReady({ complete }: OfferedMove): Promise<boolean> {
    this.busy.set(true);
    const sent = await this.desk.sendAll(PATIENCE);
    this.busy.set(false);
    if (!sent) {
      this.refused.set($localize`Còn ${this.desk.unsent().length}:count: tiêu chí chưa gửi được lên máy chủ. Hãy xử lý các tiêu chí đó trước.`);
      return false;
    }
    if (complete && this.desk.halfTyped().length > 0) {
      this.refused.set($localize`Còn ${this.desk.halfTyped().length}:count: tiêu chí nhập dở, chưa đủ để tính điểm. Hãy nhập nốt hoặc bỏ phần nhập dở trước khi gửi.`);
      this.hindered.emit();
      return false;
    }
    if (complete && this.desk.missing().length > 0) {
      this.refused.set($localize`Còn ${this.desk.missing().length}:count: chỗ phải bổ sung trước khi gửi.`);
      this.hindered.emit();
      return false;
    }
    return true;
  }

  private async ask(move: OfferedMove): Promise<{ readonly reason?: string } | null> {
    const words = MOVE_WORDS[move.action];
    if (move.reasoned) {
      const reason = await this.prompt.ask({ title: words.title, label: words.reason, verb: move.verb, body: words.body });
      return reason === null ? null : { reason };
    }
    return (await this.confirm.ask({ title: words.title, body: words.body, verb: move.verb, effects: [...this.effects(), ...(await this.changed())] })) ? {} : null;
  }

  private effects(): readonly string[] {
    const { points, max, answered, toAnswer } = this.totals();
    return [
      $localize`Tự chấm ${pointsFigure(points)}:points: trên ${maximumFigure(max)}:max: điểm.`,
      $localize`Đã khai ${answered}:answered: trên ${toAnswer}:total: tiêu chí.`,
      $localize`${this.view().evidence.length}:count: tài liệu kiểm chứng.`,
    ];
  }

  /** Of what was handed in before; nothing where that can't be asked now. */
  private async changed(): Promise<readonly string[]> {
    const changes = await firstValueFrom(this.changes.ofAssessment(this.view().id)).catch(() => []);
    return changes.length > 0 ? [$localize`Thay đổi sau khi nộp: ${changes.length}:count: tiêu chí.`] : [];
  }

  private async send(action: AssessmentAction, reason: string | undefined): Promise<void> {
    this.busy.set(true);
    try {
      this.desk.take(await firstValueFrom(this.api.move(this.view(), reason === undefined ? { action } : { action, reason })));
      this.toasts.done(MOVE_WORDS[action as OfferedMove['action']].done);
      this.cycle.reload();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
      await this.desk.reload().catch(() => undefined);
    } finally {
      this.busy.set(false);
    }
  }
}
