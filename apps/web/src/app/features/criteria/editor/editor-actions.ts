import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { CriteriaSetView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../../platform/problem/refusal';
import { Toasts } from '../../../platform/toast/toasts';
import { Confirm } from '../../../ui/prompt/confirm';
import { PublishDialog, type PublishQuestion } from './publish-dialog';
import { RevisionsDialog, type RevisionsQuestion } from './revisions-dialog';
import { DraftSaving } from './saving/draft-saving';
import { DraftsApi } from './saving/drafts-api';

/** What is done with a draft as a whole: published, discarded, brought back to a former save. */
@Injectable()
export class EditorActions {
  private readonly api = inject(DraftsApi);
  private readonly saving = inject(DraftSaving);
  private readonly dialog = inject(Dialog);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  async publish(id: string): Promise<void> {
    if (!(await this.saving.settled())) {
      this.toasts.refused($localize`Còn nội dung chưa gửi được lên máy chủ. Kiểm tra mạng rồi ban hành lại.`);
      return;
    }
    const opened = this.dialog.open<CriteriaSetView, PublishQuestion>(PublishDialog, {
      data: { id, version: this.saving.situation().version },
      panelClass: ['dialog-panel', 'dialog-panel-wide'],
      ariaLabelledBy: 'publish-title',
      ariaModal: true,
    });
    const published = await firstValueFrom(opened.closed);
    if (published) {
      this.saving.finish();
      this.toasts.done($localize`Đã ban hành bản ${published.versionNumber}:version: của bộ tiêu chí`);
      await this.router.navigate(['/criteria-sets', id]);
    }
  }

  async discard(id: string): Promise<void> {
    const asked = await this.confirm.ask({
      title: $localize`Xóa bản nháp?`,
      body: $localize`Bản nháp không còn trong danh sách. Các lần lưu vẫn giữ trong lịch sử.`,
      verb: $localize`Xóa bản nháp`,
    });
    if (!asked) {
      return;
    }
    await this.saving.settled();
    try {
      await firstValueFrom(this.api.discard(id, this.saving.situation().version));
      this.saving.finish();
      await this.router.navigate(['/criteria-sets']);
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    }
  }

  async showRevisions(id: string): Promise<void> {
    await this.saving.settled();
    const opened = this.dialog.open<CriteriaSetView, RevisionsQuestion>(RevisionsDialog, {
      data: { id, version: this.saving.situation().version },
      panelClass: ['dialog-panel', 'dialog-panel-middle'],
      ariaLabelledBy: 'revisions-title',
      ariaModal: true,
    });
    const restored = await firstValueFrom(opened.closed);
    if (restored) {
      this.saving.replace(restored);
      this.toasts.done($localize`Đã khôi phục lần lưu được chọn`);
    }
  }
}
