import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { numberInWords } from '../../../../ui/format/number-words';
import { Icon } from '../../../../ui/icon/icon';
import type { TreeLine } from './tree-lines';

/** What one line of the editor's tree says: code, title, maximum, whether its parts sum to it, what is wrong with it. */
@Component({
  selector: 'par-tree-row',
  imports: [Icon],
  template: `
    <span class="code">{{ line().code }}</span>
    <span class="title" [class.blank]="line().title === ''" [title]="line().title">{{ line().title || untitled }}</span>
    @if (section(); as words) { <span class="section">{{ words }}</span> }
    @if (line().count.errors > 0) {
      <span class="badge error"><par-icon name="error" [size]="16" /><span aria-hidden="true">{{ line().count.errors }}</span><span class="visually-hidden">{{ errorWords() }}</span></span>
    } @else if (line().count.warnings > 0) {
      <span class="badge warning"><par-icon name="warning" [size]="16" /><span aria-hidden="true">{{ line().count.warnings }}</span><span class="visually-hidden">{{ warningWords() }}</span></span>
    }
    <span class="points">
      @if (line().sum.verdict === 'differs') { <span class="sum">{{ sumWords() }}</span> }
      <span class="max">{{ line().max || '–' }}</span>
    </span>
  `,
  styleUrl: './tree-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TreeRow {
  readonly line = input.required<TreeLine>();

  protected readonly untitled = $localize`(chưa có tên)`;
  protected readonly errorWords = computed(() => $localize`, ${this.line().count.errors}:count: lỗi`);
  protected readonly warningWords = computed(() => $localize`, ${this.line().count.warnings}:count: điều cần xem lại`);
  protected readonly sumWords = computed(() => $localize`tổng ${numberInWords(this.line().sum.sum ?? 0)}:sum: ≠`);
  protected readonly section = computed(() => {
    const { path, section } = this.line();
    if (path.length > 1) {
      return '';
    }
    return section === 'bonus' ? $localize`cộng thêm` : section === 'penalty' ? $localize`trừ đi` : '';
  });
}
