import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Site } from '../../platform/site/site';
import { Icon } from '../../ui/icon/icon';

/** Says on every page that what is shown is demonstration data, while it is. */
@Component({
  selector: 'par-demo-banner',
  imports: [Icon],
  template: `
    @if (site.demo()) {
      <aside aria-label="Lưu ý" i18n-aria-label>
        <par-icon name="info" [size]="16" /><span i18n>Dữ liệu minh họa, không phải kết quả thật</span>
      </aside>
    }
  `,
  styles: `
    aside { display: flex; gap: 6px; align-items: center; justify-content: center; padding: 2px var(--space-4); font-size: var(--text-small);
      font-weight: 500; line-height: 20px; color: var(--on-partial-soft); background: var(--partial-soft); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoBanner {
  protected readonly site = inject(Site);

  constructor() {
    void this.site.ensure().catch(() => undefined);
  }
}
