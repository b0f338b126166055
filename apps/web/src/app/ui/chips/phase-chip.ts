import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Phase } from '@par-index/contract';
import { PHASE_WORDS } from '../words/phase-words';
import { Chip } from './chip';

/** The phase that a cycle is in. */
@Component({
  selector: 'par-phase-chip',
  imports: [Chip],
  template: `<par-chip [tone]="tone()" icon="cycle">{{ words() }}</par-chip>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhaseChip {
  readonly phase = input.required<Phase>();

  protected readonly words = computed(() => PHASE_WORDS[this.phase()]);
  protected readonly tone = computed(() => (this.phase() === 'published' ? 'full' : this.phase() === 'preparing' ? 'neutral' : 'action'));
}
