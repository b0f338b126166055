import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Problems } from '../checks/problems';
import { type Fields, partOf, textOf } from '../draft/fields';
import { startRule } from '../draft/rule-starts';
import { BandsEditor } from './bands-editor';
import { CasesEditor } from './cases-editor';
import { DirectEditor } from './direct-editor';
import { LinesEditor } from './lines-editor';
import { MeasureEditor } from './measure-editor';
import { ProportionalEditor } from './proportional-editor';
import { type PartEdit, type RuleEdit, within } from './rule-edit';
import { isRuleKind, RULE_KINDS } from './rule-kind-words';

/** A rule with the fields that its kind asks for. Inside a case of several neither cases nor a comparison of agencies can be chosen. */
@Component({
  selector: 'par-rule-editor',
  imports: [BandsEditor, CasesEditor, DirectEditor, FieldError, LinesEditor, MeasureEditor, ProportionalEditor],
  templateUrl: './rule-editor.html',
  styles: `:host { display: grid; gap: var(--space-4); container-type: inline-size; } select { max-width: 420px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleEditor {
  readonly rule = input.required<Fields>();
  readonly max = input.required<number>();
  readonly problems = input(Problems.none);
  readonly place = input<'leaf' | 'case'>('leaf');
  readonly written = output<RuleEdit>();

  protected readonly kind = computed(() => textOf(this.rule(), 'kind'));
  protected readonly kinds = computed(() => RULE_KINDS.filter(({ kind }) => this.place() === 'leaf' || (kind !== 'bestOf' && kind !== 'relative')));
  protected readonly hint = computed(() => RULE_KINDS.find(({ kind }) => kind === this.kind())?.hint ?? '');
  protected readonly partOf = partOf;

  protected choose(kind: string): void {
    if (isRuleKind(kind)) {
      this.written.emit({ change: (rule) => startRule(kind, this.max(), rule) });
    }
  }

  protected measureWritten(edit: PartEdit): void {
    this.written.emit(within(edit, 'measure'));
  }
}
