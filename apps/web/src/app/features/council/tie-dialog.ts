import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CloseItemRequest, ProposalView } from '@par-index/contract';
import { FieldError } from '../../ui/feedback/field-error';
import { PointsPipe } from '../../ui/format/number-pipes';
import { proposalTitle } from './council-words';

export interface TieQuestion {
  /** The leading proposals, each with the same number of votes. */
  readonly leaders: readonly ProposalView[];
  readonly entitled: number;
}

/** At a tie the chair decides between the leading proposals, and says why. */
@Component({
  selector: 'par-tie-dialog',
  imports: [FieldError, MatButton, PointsPipe],
  templateUrl: './tie-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TieDialog {
  protected readonly question = inject<TieQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<CloseItemRequest>>(DialogRef);

  protected readonly proposalId = signal<string | null>(null);
  protected readonly reason = signal('');
  private readonly tried = signal(false);
  protected readonly choiceProblem = computed(() => (this.tried() && this.proposalId() === null ? $localize`Hãy chọn một phương án.` : null));
  protected readonly reasonProblem = computed(() => (this.tried() && this.reason().trim() === '' ? $localize`Hãy ghi lý do. Lý do được ghi vào biên bản.` : null));
  protected readonly titleOf = proposalTitle;

  protected submit(): void {
    const [proposalId, reason] = [this.proposalId(), this.reason().trim()];
    this.tried.set(true);
    if (proposalId !== null && reason !== '') {
      this.dialog.close({ proposalId, reason });
    }
  }
}
