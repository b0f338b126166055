import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuditSealView } from '@par-index/contract';
import { CopyText } from '../../ui/copy-text/copy-text';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe } from '../../ui/format/number-pipes';

/** One seal: its number, when, over how much, and the root that is kept elsewhere to compare. */
@Component({
  selector: 'par-seal-facts',
  imports: [CopyText, MomentPipe, NumberPipe, RouterLink],
  template: `
    <dl>
      <dt i18n>Niêm phong số</dt><dd><a [routerLink]="['/public/seals', seal().root]">{{ seal().number | num }}</a></dd>
      <dt i18n>Lúc (giờ máy chủ)</dt><dd>{{ seal().sealedAt | moment }}</dd>
      <dt i18n>Bao gồm</dt><dd i18n>{{ seal().lines | num }} dòng nhật ký của {{ seal().subjects | num }} đối tượng</dd>
      <dt i18n>Gốc niêm phong (SHA-256)</dt><dd><par-copy-text [text]="seal().root" label="Gốc niêm phong" i18n-label /></dd>
      <dt i18n>Khóa ký</dt><dd class="code">Ed25519 {{ seal().keyId }}</dd>
    </dl>
  `,
  styles: `
    dl { display: grid; gap: 2px var(--space-5); }
    dt { color: var(--text-muted); font-size: var(--text-small); }
    dd { min-width: 0; margin-bottom: var(--space-3); overflow-wrap: anywhere; }
    .code { font-family: ui-monospace, monospace; font-size: 0.9375em; }
    @media (min-width: 700px) {
      dl { grid-template-columns: minmax(200px, 1fr) 3fr; gap: var(--space-2) var(--space-5); align-items: baseline; }
      dt { font-size: inherit; }
      dd { margin-bottom: 0; }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealFacts {
  readonly seal = input.required<AuditSealView>();
}
