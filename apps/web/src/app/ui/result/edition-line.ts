import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EditionView } from '@par-index/contract';
import { Chip } from '../chips/chip';
import { MomentPipe } from '../format/date-pipes';

/** Whether figures are provisional, or of which edition they are, with the digest that proves it. */
@Component({
  selector: 'par-edition-line',
  imports: [Chip, MomentPipe],
  template: `
    @if (edition(); as edition) {
      <par-chip tone="full" icon="verified" i18n>Đã công bố</par-chip>
      <span class="muted small" i18n>Lần công bố {{ edition.edition }}, {{ edition.publishedAt | moment }}</span>
      <details class="muted small"><summary i18n>Mã băm để kiểm tra</summary><code>{{ edition.digest }}</code></details>
    } @else {
      <par-chip tone="partial" icon="calculate" i18n>Tạm tính, chưa công bố</par-chip>
    }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); align-items: center; }
    summary { cursor: pointer; }
    code { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionLine {
  readonly edition = input.required<EditionView | null>();
}
