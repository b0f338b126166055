import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { EVIDENCE_TYPES, type UploadView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { addressOfUpload, UploadsApi } from '../../platform/uploads/uploads-api';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { sizeInWords } from '../../ui/file-drop/file-check';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import type { CriterionPlace } from './evidence-api';
import { EvidenceUploads } from './evidence-uploads';
import { shareInWords } from './evidence-words';

/** Uploads under this criterion that a closed page or another computer has left: go on with the same file, or give them up. */
@Component({
  selector: 'par-evidence-unfinished',
  imports: [Icon, MatButton, MomentPipe, RefusalNotice],
  template: `
    @for (upload of unfinished(); track upload.id) {
      <div class="notice notice-partial" role="group" [attr.aria-label]="upload.fileName">
        <par-icon name="upload" />
        <div class="words">
          <p i18n>«{{ upload.fileName }}» mới tải lên {{ share(upload) }} ({{ size(upload) }}). Chọn lại đúng tệp này để gửi tiếp phần còn thiếu; phần đã gửi được giữ đến {{ upload.expiresAt | moment }}.</p>
          <p class="row">
            <button type="button" matButton="outlined" (click)="box.click()" i18n>Chọn lại tệp để tiếp tục</button>
            <button type="button" matButton="text" (click)="discard(upload)" i18n>Bỏ tệp tải dở</button>
          </p>
          <input #box type="file" hidden [accept]="accepted" [attr.data-upload]="upload.id" (change)="goOn(upload, box)" />
        </div>
      </div>
    }
    <par-refusal-notice [text]="refused()" />
  `,
  styles: `:host { display: contents; } .words { min-width: 0; overflow-wrap: anywhere; } .row { flex-wrap: wrap; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceUnfinished {
  private readonly api = inject(UploadsApi);
  private readonly uploads = inject(EvidenceUploads);

  readonly place = input.required<CriterionPlace>();

  protected readonly refused = signal<string | null>(null);
  protected readonly accepted = Object.values(EVIDENCE_TYPES).join(',');
  private readonly loaded = rxResource({ params: () => [this.place(), this.uploads.items().length] as const, stream: () => this.api.list() });
  /** Those that this page is not sending itself. */
  protected readonly unfinished = computed(() => {
    const { assessmentId, code } = this.place();
    const own = new Set(this.uploads.items().map((item) => item.sending()?.url ?? item.url));
    const all = this.loaded.hasValue() ? this.loaded.value() : [];
    return all.filter((upload) => upload.assessmentId === assessmentId && upload.code === code && !own.has(addressOfUpload(upload.id)));
  });

  protected share({ received, bytes }: UploadView): string {
    return shareInWords(received / bytes);
  }

  protected size({ bytes }: UploadView): string {
    return sizeInWords(bytes);
  }

  protected async goOn(upload: UploadView, box: HTMLInputElement): Promise<void> {
    const file = box.files?.[0];
    box.value = '';
    if (!file) {
      return;
    }
    const same = file.name === upload.fileName && file.size === upload.bytes;
    this.refused.set(same ? null : $localize`«${file.name}:name:» không phải tệp đang tải dở. Hãy chọn đúng tệp «${upload.fileName}:wanted:», hoặc bỏ tệp tải dở rồi tải tệp khác.`);
    if (same) {
      await this.uploads.addUnfinished(this.place(), upload, file);
    }
  }

  protected async discard({ id }: UploadView): Promise<void> {
    try {
      await firstValueFrom(this.api.discard(addressOfUpload(id)), { defaultValue: undefined });
      this.refused.set(null);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
    this.loaded.reload();
  }
}
