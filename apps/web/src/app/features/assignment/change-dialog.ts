import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { AssignmentChangeView, DecidedRule } from '@par-index/contract';
import { firstValueFrom, type Observable } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';

/** A change that can be looked at before it is done. */
export interface AssignmentChange {
  readonly heading: string;
  readonly reasonRequired: boolean;
  readonly titleOf: (code: string) => string;
  readonly preview: (decided: DecidedRule) => Observable<AssignmentChangeView>;
  readonly run: (order: { readonly decided: DecidedRule; readonly reason: string; readonly expected: string }) => Observable<AssignmentChangeView>;
}

/** Exactly what a change of the assignment will do, then the change itself. */
@Component({
  selector: 'par-change-dialog',
  imports: [FieldError, LoadState, MatButton, NumberPipe, RefusalNotice],
  templateUrl: './change-dialog.html',
  styleUrl: './dialog-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeDialog {
  protected readonly dialog = inject<DialogRef<AssignmentChangeView>>(DialogRef);
  protected readonly given = inject<AssignmentChange>(DIALOG_DATA);

  protected readonly decided = signal<DecidedRule>('keep');
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly loaded = rxResource({ params: () => this.decided(), stream: ({ params }) => this.given.preview(params) });
  protected readonly view = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  /** Whether the rule for decided criteria makes a difference. */
  protected readonly asksRule = signal(false);
  protected readonly reasonError = computed(() => this.refusal()?.field('/reason') ?? (this.tried() && this.given.reasonRequired && this.reason().trim() === '' ? $localize`Hãy ghi lý do.` : null));
  protected readonly isRuleShown = computed(() => this.asksRule() || (this.view()?.lines.some(({ decided }) => decided > 0) ?? false));

  protected chooseRule(rule: DecidedRule): void {
    this.asksRule.set(true);
    this.decided.set(rule);
  }

  protected async run({ digest }: AssignmentChangeView): Promise<void> {
    this.tried.set(true);
    if (this.busy() || (this.given.reasonRequired && this.reason().trim() === '')) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.dialog.close(await firstValueFrom(this.given.run({ decided: this.decided(), reason: this.reason(), expected: digest })));
    } catch (error) {
      const refusal = refusalOf(error);
      this.refusal.set(refusal);
      if (refusal.code === 'record.version-stale') {
        this.loaded.reload();
      }
    } finally {
      this.busy.set(false);
    }
  }
}
