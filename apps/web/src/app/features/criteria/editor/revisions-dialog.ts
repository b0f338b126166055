import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CriteriaSetView, RevisionDeed } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../../platform/problem/refusal';
import { RefusalNotice } from '../../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../../ui/format/date-pipes';
import { LoadState } from '../../../ui/loading/load-state';
import { Pager } from '../../../ui/pager/pager';
import { DraftsApi } from './saving/drafts-api';

export interface RevisionsQuestion {
  readonly id: string;
  readonly version: number;
}

const DEEDS: Readonly<Record<RevisionDeed, string>> = {
  created: $localize`tạo bản nháp`,
  saved: $localize`lưu khi soạn`,
  restored: $localize`khôi phục lần lưu cũ`,
  published: $localize`ban hành`,
};

/** Every save of a draft, newest first, each to be brought back: taking back that outlives the page. */
@Component({
  selector: 'par-revisions-dialog',
  imports: [LoadState, MatButton, MomentPipe, Pager, RefusalNotice],
  template: `
    <div class="stack">
      <h2 id="revisions-title" i18n>Các lần lưu</h2>
      <p class="muted" i18n>Khôi phục tạo thêm một lần lưu mới; các lần lưu khác vẫn còn.</p>
      @if (loaded.hasValue()) {
        <ul>
          @for (revision of loaded.value().items; track revision.id; let first = $first) {
            <li>
              <span><strong>{{ revision.savedAt | moment }}</strong> · {{ revision.savedBy }} · {{ deeds[revision.deed] }}<span class="muted" i18n> · {{ revision.leafCount }} tiêu chí, {{ revision.changes }} thay đổi</span></span>
              @if (!first || page() > 1) { <button type="button" matButton="text" (click)="restore(revision.id)" i18n>Khôi phục</button> }
            </li>
          }
        </ul>
        <par-pager [page]="loaded.value().page" [pageSize]="loaded.value().pageSize" [total]="loaded.value().total" (turned)="page.set($event)" />
      } @else {
        <par-load-state [of]="loaded" [rows]="5" />
      }
      <par-refusal-notice [text]="refused()" />
      <div class="dialog-actions"><button type="button" matButton="text" (click)="dialog.close()" i18n>Quay lại</button></div>
    </div>
  `,
  styles: `
    ul { display: grid; max-height: 50dvh; overflow: auto; }
    li { display: flex; gap: var(--space-3); align-items: center; justify-content: space-between; min-height: var(--row); border-bottom: 1px solid var(--line-faint); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RevisionsDialog {
  private readonly api = inject(DraftsApi);
  private readonly question = inject<RevisionsQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<CriteriaSetView>>(DialogRef);

  protected readonly deeds = DEEDS;
  protected readonly page = signal(1);
  protected readonly loaded = rxResource({ params: () => this.page(), stream: ({ params }) => this.api.revisions(this.question.id, params) });
  protected readonly refused = signal<string | null>(null);

  protected async restore(revisionId: string): Promise<void> {
    this.refused.set(null);
    try {
      this.dialog.close(await firstValueFrom(this.api.restore(this.question.id, revisionId, this.question.version)));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
