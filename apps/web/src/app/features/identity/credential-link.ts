import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { CredentialLinkView } from '@par-index/contract';
import { CopyText } from '../../ui/copy-text/copy-text';
import { MomentPipe } from '../../ui/format/date-pipes';

/** A one-use link, shown this once: whoever closes it must make another. */
@Component({
  selector: 'par-credential-link',
  imports: [CopyText, MomentPipe],
  template: `
    <p i18n>Gửi đường dẫn này cho {{ name() }}. Đường dẫn dùng được một lần, đến {{ link().expiresAt | moment }}, và chỉ hiện ở đây lần này.</p>
    <par-copy-text [text]="link().url" label="Đường dẫn đặt mật khẩu" i18n-label />
  `,
  styles: ':host { display: grid; gap: var(--space-3); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CredentialLink {
  readonly name = input.required<string>();
  readonly link = input.required<CredentialLinkView>();
}
