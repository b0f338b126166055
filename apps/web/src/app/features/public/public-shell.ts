import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { DemoBanner } from '../../layout/demo-banner/demo-banner';
import { Site } from '../../platform/site/site';
import { ReadingSettings } from './reading-settings';

/** What stands around the pages that anybody may read. */
@Component({
  selector: 'par-public-shell',
  imports: [DemoBanner, ReadingSettings, RouterLink, RouterOutlet],
  template: `
    <a class="skip-link" href="#main" (click)="skip($event, main)" i18n>Đến nội dung chính</a>
    <par-demo-banner />
    <header>
      <a routerLink="/public" class="name">
        <strong i18n>Chỉ số cải cách hành chính</strong>
        <span i18n>Tỉnh {{ province() }}</span>
      </a>
      <par-reading-settings />
      <a routerLink="/sign-in" class="sign-in" i18n>Đăng nhập</a>
    </header>
    <main id="main" #main tabindex="-1"><router-outlet /></main>
    <footer>
      <p i18n>Kết quả do Sở Nội vụ tổng hợp và được Chủ tịch Ủy ban nhân dân tỉnh phê duyệt. Mỗi lần công bố có mã băm để kiểm tra.</p>
    </footer>
  `,
  styleUrl: './public-shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicShell {
  private readonly site = inject(Site);
  protected readonly province = computed(() => this.site.view()?.provinceName ?? '');

  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
