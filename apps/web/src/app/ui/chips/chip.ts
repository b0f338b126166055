import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import type { Tone } from '../words/state-words';

/** A state in a word, with its shape and colour. The words are the content. */
@Component({
  selector: 'par-chip',
  imports: [Icon],
  template: `@if (icon(); as name) { <par-icon [name]="name" [size]="16" /> }<span><ng-content /></span>`,
  styleUrl: './chip.css',
  host: { '[class]': 'tone()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chip {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName | null>(null);
}
