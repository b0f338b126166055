import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EVIDENCE_TYPES, type EvidenceFileVersionView } from '@par-index/contract';
import { sizeInWords } from '../file-drop/file-check';
import { FileDrop } from '../file-drop/file-drop';
import { MomentPipe } from '../format/date-pipes';
import { Icon } from '../icon/icon';

/** The files that a document has had, each to be opened, and a place for the next one. A lock says why there is none. */
@Component({
  selector: 'par-document-versions',
  imports: [FileDrop, Icon, MatButton, MomentPipe],
  template: `
    <ol reversed aria-label="Các phiên bản" i18n-aria-label>
      @for (version of versions(); track version.fileVersion) {
        <li [class.shown]="version.fileVersion === shown()">
          <div class="words">
            <span class="head">
              <strong i18n>Phiên bản {{ version.fileVersion }}</strong>
              @if (version.fileVersion === newest()) {
                <span class="muted small" i18n>mới nhất</span>
              }
              @if (handedIn().has(version.fileVersion)) {
                <span class="small" i18n>đã nộp trong hồ sơ</span>
              }
            </span>
            <span class="small name">{{ version.name }}</span>
            <span class="muted small">{{ extent(version) }} · {{ version.createdBy }} · {{ version.createdAt | moment }}</span>
          </div>
          <button type="button" matButton="text" [attr.aria-pressed]="version.fileVersion === shown()" (click)="opened.emit(version)">
            <ng-container i18n>Xem</ng-container><span class="visually-hidden" i18n> phiên bản {{ version.fileVersion }}</span>
          </button>
        </li>
      } @empty {
        <li class="muted" i18n>Tài liệu này chưa có tệp.</li>
      }
    </ol>
    @if (lockedBecause(); as reason) {
      <p class="notice"><par-icon name="lock" /><span>{{ reason }}</span></p>
    } @else {
      <par-file-drop label="Kéo tệp mới vào đây hoặc chọn, tệp cũ được giữ lại" i18n-label [accept]="accepted" [maxBytes]="maxBytes()" [progress]="progress()" (chosen)="replace($event)" />
    }
  `,
  styles: `
    :host { display: grid; gap: var(--space-3); }
    ol { margin: 0; padding: 0; list-style: none; }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; padding: var(--space-2) 0; border-top: 1px solid var(--line-faint); }
    .shown { padding-left: var(--space-2); box-shadow: inset 3px 0 0 var(--action); }
    .words { display: grid; flex: 1; min-width: 160px; }
    .head { display: flex; flex-wrap: wrap; gap: 0 var(--space-2); align-items: baseline; }
    .name { overflow-wrap: anywhere; }
    strong { font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentVersions {
  readonly versions = input.required<readonly EvidenceFileVersionView[]>();
  /** Those that an assessment has handed in. */
  readonly handedIn = input<ReadonlySet<number>>(new Set());
  readonly shown = input<number | null>(null);
  readonly lockedBecause = input<string | null>(null);
  readonly maxBytes = input.required<number>();
  /** 0…1 while a new file is under way, else null. */
  readonly progress = input<number | null>(null);
  readonly opened = output<EvidenceFileVersionView>();
  readonly replaced = output<File>();

  protected readonly accepted = Object.values(EVIDENCE_TYPES);
  protected readonly newest = computed(() => this.versions()[0]?.fileVersion ?? null);

  protected extent({ bytes, pages }: EvidenceFileVersionView): string {
    return pages === null ? sizeInWords(bytes) : $localize`${sizeInWords(bytes)}:size:, ${pages}:pages: trang`;
  }

  protected replace([file]: readonly File[]): void {
    if (file) {
      this.replaced.emit(file);
    }
  }
}
