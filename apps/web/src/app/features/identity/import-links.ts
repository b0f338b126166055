import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { UserImportView } from '@par-index/contract';
import { CopyText } from '../../ui/copy-text/copy-text';

/** The one-use links of those who were made, shown once. */
@Component({
  selector: 'par-import-links',
  imports: [CopyText, MatButton],
  template: `
    <section class="stack" aria-labelledby="links-title">
      <h2 id="links-title" i18n>Đã nhập {{ imported().rows.length }} dòng</h2>
      @if (imported().links.length > 0) {
        <p i18n>Gửi cho từng người đường dẫn đặt mật khẩu của họ. Các đường dẫn chỉ hiện ở đây lần này.</p>
        <div><a matButton="outlined" [href]="file()" download="duong-dan-dat-mat-khau.txt" i18n>Tải danh sách đường dẫn</a></div>
        <ul class="panel">
          @for (link of imported().links; track link.userName) {
            <li class="panel-body"><p>{{ link.userName }}</p><par-copy-text [text]="link.url" [label]="link.userName" /></li>
          }
        </ul>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportLinks {
  readonly imported = input.required<UserImportView>();

  protected readonly file = computed(() => {
    const lines = this.imported().links.map(({ userName, url }) => `${userName}\t${url}`);
    return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
  });
}
