import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Rule } from '@par-index/scoring';
import { AnswerText } from '../../ui/answer/answer-text';
import { halfInWords } from '../../ui/answer/half-words';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import type { AnswerField } from './answer-content';
import type { AnswerSituation, SetAside } from './autosave-ports';
import { FIELD_WORDS } from './field-words';

export interface Choice {
  readonly field: AnswerField;
  readonly side: SetAside['side'];
}

/** Both sides of what two people changed at once, beside each other. Nothing is sent before one is chosen. */
@Component({
  selector: 'par-conflict-panel',
  imports: [AnswerText, Icon, MatButton, MomentPipe],
  templateUrl: './conflict-panel.html',
  styleUrl: './conflict-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictPanel {
  readonly situation = input.required<AnswerSituation>();
  readonly rule = input.required<Rule>();
  readonly chosen = output<Choice>();
  readonly dismissed = output<SetAside>();
  readonly seen = output<void>();

  protected readonly words = FIELD_WORDS;
  protected readonly setAside = computed(() => this.situation().setAside.map((item) => ({ item, half: item.half ? halfInWords(this.rule(), item.half) : null })));
  protected readonly conflict = computed(() => this.situation().conflict);
  protected readonly takenWords = computed(() => this.situation().taken.map((field) => FIELD_WORDS[field].toLowerCase()).join(', '));
}
