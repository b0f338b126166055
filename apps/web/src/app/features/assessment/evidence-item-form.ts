import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AttachFields } from '@par-index/contract';
import { sizeInWords } from '../../ui/file-drop/file-check';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { EvidenceForm } from './evidence-form';
import type { EvidenceItem } from './evidence-item';
import { EvidenceUploads } from './evidence-uploads';
import { sendingInWords } from './evidence-words';

/** One file on its way to become evidence: what it is, how far it is, and how to hold or drop it. */
@Component({
  selector: 'par-evidence-item-form',
  imports: [EvidenceForm, Icon, MatButton, RefusalNotice],
  template: `
    <div class="chosen" role="group" [attr.aria-label]="item().file.name">
      <p class="row"><par-icon name="document" /><strong>{{ item().file.name }}</strong> <span class="muted small">{{ size() }}</span></p>
      @if (item().busy()) {
        <progress [value]="item().progress()" max="1" [attr.aria-label]="progressLabel()"></progress>
        <p class="row" role="status">
          <span class="small">{{ words() }}</span>
          @if (item().state() === 'sending' && item().sending()) {
            <button type="button" matButton="text" (click)="item().sending()?.pause()" i18n>Tạm dừng</button>
          }
          @if (item().state() === 'paused' || item().state() === 'lost') {
            <button type="button" matButton="outlined" (click)="item().sending()?.resume()" i18n>Tiếp tục</button>
          }
          <button type="button" matButton="text" (click)="drop()" i18n>Bỏ tệp này</button>
        </p>
      }
      <par-evidence-form
        verb="Tải lên"
        i18n-verb
        [initial]="item().initial"
        [busy]="item().busy()"
        [refusal]="item().refusal()"
        (typed)="item().type($event)"
        (saved)="save($event)"
        (left)="drop()"
      />
      <par-refusal-notice [text]="noticed()" />
    </div>
  `,
  styles: `
    .chosen { display: grid; gap: var(--space-3); padding: var(--space-4); background: var(--surface-sunken); border: 1px solid var(--line); border-radius: var(--radius); }
    strong { min-width: 0; overflow-wrap: anywhere; }
    progress { width: 100%; height: 6px; accent-color: var(--action); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceItemForm {
  private readonly uploads = inject(EvidenceUploads);

  readonly item = input.required<EvidenceItem>();

  protected readonly size = computed(() => sizeInWords(this.item().file.size));
  protected readonly words = computed(() => sendingInWords(this.item().state(), this.item().progress()));
  protected readonly progressLabel = computed(() => $localize`Đang tải ${this.item().file.name}:name: lên`);
  /** A refusal that no field stands for. */
  protected readonly noticed = computed(() => {
    const said = this.item().said();
    return said && said.fields.length === 0 ? said.detail : null;
  });

  protected save(fields: AttachFields): void {
    this.item().type(fields);
    void this.uploads.save(this.item());
  }

  protected drop(): void {
    void this.uploads.drop(this.item());
  }
}
