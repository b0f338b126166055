import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AcceptAcrossView, ChangeKind } from '@par-index/contract';
import { answerInWords, type CompiledLeaf } from '@par-index/scoring';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { changeInWords } from '../../ui/changes/change-words';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { ByCriterionApi, type CriterionAddress } from './by-criterion-api';

export interface AcceptAcrossPreview {
  readonly address: CriterionAddress;
  readonly leaf: CompiledLeaf;
  readonly preview: AcceptAcrossView;
  /** What changed after the submission, of the agencies where something did. */
  readonly changes: ReadonlyMap<string, readonly ChangeKind[]>;
}

/** Exactly at which agencies accepting will write what, and which it leaves. Accepts those rows and no other; where one changed meanwhile, none. */
@Component({
  selector: 'par-accept-across-dialog',
  imports: [Icon, MatButton, PointsPipe, RefusalNotice],
  templateUrl: './accept-across-dialog.html',
  styleUrl: './acceptance-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AcceptAcrossDialog {
  private readonly api = inject(ByCriterionApi);
  protected readonly dialog = inject<DialogRef<AcceptAcrossView>>(DialogRef);
  protected readonly given = inject<AcceptAcrossPreview>(DIALOG_DATA);

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly preview = signal(this.given.preview);
  protected readonly changed = computed(() => this.preview().accepted.filter((line) => this.changeOf(line) !== '').length);

  protected answer({ answer }: AcceptAcrossView['accepted'][number]): string {
    return answerInWords(this.given.leaf.rule, answer);
  }

  protected changeOf({ assessmentId }: AcceptAcrossView['accepted'][number]): string {
    return changeInWords(this.given.changes.get(assessmentId) ?? []);
  }

  protected async accept(): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    const rows = this.preview().accepted.map(({ assessmentId, version, answerVersion }) => ({ assessmentId, version, answerVersion }));
    try {
      this.dialog.close(await firstValueFrom(this.api.accept(this.given.address, rows)));
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set(refusal.code === 'record.version-stale' ? $localize`Có cơ quan vừa thay đổi nên chưa chấp nhận cơ quan nào. Danh sách dưới đây đã được làm mới; hãy xem lại.` : refusal.detail);
      if (refusal.code === 'record.version-stale') {
        await this.lookAgain(rows.map(({ assessmentId }) => assessmentId));
      }
    } finally {
      this.busy.set(false);
    }
  }

  private async lookAgain(assessmentIds: readonly string[]): Promise<void> {
    try {
      this.preview.set(await firstValueFrom(this.api.preview(this.given.address, assessmentIds)));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
