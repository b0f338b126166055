import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { FormText } from '@par-index/contract';

/** A text of a form in Vietnamese and, below, in English. */
@Component({
  selector: 'par-text-pair',
  template: `
    <label class="field"><span>{{ label() }}</span><textarea #vi class="control" rows="2" maxlength="2000" [value]="text().vi" (change)="changed.emit({ vi: vi.value, en: text().en })"></textarea></label>
    <label class="field"><span i18n>{{ label() }} (tiếng Anh)</span><textarea #en lang="en" class="control" rows="2" maxlength="2000" [value]="text().en" (change)="changed.emit({ vi: text().vi, en: en.value })"></textarea></label>
  `,
  styles: `:host { display: grid; gap: var(--space-2); } textarea { min-height: 52px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextPair {
  readonly label = input.required<string>();
  readonly text = input.required<FormText>();
  readonly changed = output<FormText>();
}
