import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AcceptRestView, CriterionChange } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { changeInWords } from '../../ui/changes/change-words';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { AppraisalApi } from './appraisal-api';
import type { WorkRow } from './work-rows';

export interface AcceptancePreview {
  readonly assessmentId: string;
  readonly agencyName: string;
  readonly preview: AcceptRestView;
  readonly rows: readonly WorkRow[];
  /** What changed after the submission. */
  readonly changes: readonly CriterionChange[];
}

/** Exactly what accepting the rest will write, and what it leaves. Accepts those criteria and no other. */
@Component({
  selector: 'par-acceptance-dialog',
  imports: [Icon, MatButton, PointsPipe, RefusalNotice],
  templateUrl: './acceptance-dialog.html',
  styleUrl: './acceptance-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AcceptanceDialog {
  private readonly api = inject(AppraisalApi);
  protected readonly dialog = inject<DialogRef<AcceptRestView>>(DialogRef);
  protected readonly given = inject<AcceptancePreview>(DIALOG_DATA);

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly accepted = this.given.preview.accepted.map((line) => ({ ...line, title: this.titleOf(line.code), changed: this.changeOf(line.code) }));
  protected readonly changed = this.accepted.filter(({ changed }) => changed !== '').length;
  protected readonly left = this.given.preview.left.map((code) => ({ code, title: this.titleOf(code) }));

  protected async accept(): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.dialog.close(await firstValueFrom(this.api.accept(this.given.assessmentId, this.accepted.map(({ code }) => code))));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }

  private changeOf(code: string): string {
    return changeInWords(this.given.changes.find((change) => change.code === code)?.kinds ?? []);
  }

  private titleOf(code: string): string {
    return this.given.rows.find((row) => row.code === code)?.title ?? '';
  }
}
