import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ChangeKind } from '@par-index/contract';
import { Icon } from '../icon/icon';
import { changeInWords } from './change-words';

/** «Thay đổi sau khi nộp: …» of the one criterion before the reader. Nothing where nothing changed. */
@Component({
  selector: 'par-change-line',
  imports: [Icon],
  template: `@if (words(); as phrase) { <p class="notice notice-partial"><par-icon name="history" [size]="18" /><span i18n>Thay đổi sau khi nộp: {{ phrase }}.</span></p> }`,
  styles: `:host:empty { display: none; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeLine {
  readonly kinds = input.required<readonly ChangeKind[]>();

  protected readonly words = computed(() => changeInWords(this.kinds()));
}
