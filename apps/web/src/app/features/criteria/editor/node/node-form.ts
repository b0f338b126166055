import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AgencyView } from '@par-index/contract';
import { FieldError } from '../../../../ui/feedback/field-error';
import { numberInWords } from '../../../../ui/format/number-words';
import { Icon } from '../../../../ui/icon/icon';
import { keyOf } from '../checks/found';
import { DraftDesk } from '../draft-desk';
import { type Fields, numberOf, numberTextOf, partOf, textOf, withMember, withOptionalText, withTypedNumber } from '../draft/fields';
import { isParent, nodeAt } from '../draft/node-path';
import { recoded } from '../draft/numbering';
import { startRule } from '../draft/rule-starts';
import { sumOf } from '../draft/sums';
import { NumberCell } from '../rules/number-cell';
import { RuleEditor } from '../rules/rule-editor';
import { type RuleEdit, within } from '../rules/rule-edit';
import { isRuleKind, RULE_KINDS } from '../rules/rule-kind-words';
import { LeafFields } from './leaf-fields';
import { COMBINES, SECTIONS } from './node-words';
import { SplitForm } from './split-form';
import { TryPanel } from './try-panel';

/** Everything that a node says: its name and points, and as a leaf how it is scored and answered. */
@Component({
  selector: 'par-node-form',
  imports: [FieldError, Icon, LeafFields, MatButton, NumberCell, RuleEditor, SplitForm, TryPanel],
  templateUrl: './node-form.html',
  styleUrl: './node-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeForm {
  protected readonly desk = inject(DraftDesk);

  readonly node = input.required<Fields>();
  readonly agencies = input<readonly AgencyView[]>([]);

  protected readonly problems = this.desk.problems;
  protected readonly path = this.desk.path;
  protected readonly key = computed(() => keyOf(this.path()));
  protected readonly parent = computed(() => isParent(this.node()));
  protected readonly rule = computed(() => ('rule' in this.node() ? partOf(this.node(), 'rule') : null));
  protected readonly max = computed(() => numberOf(this.node(), 'max') ?? 0);
  private readonly section = computed(() => nodeAt(this.desk.set(), this.path().slice(0, 1))?.['section']);
  protected readonly sum = computed(() => sumOf(this.node(), this.path(), this.section()));
  protected readonly sumText = computed(() => numberInWords(this.sum().sum ?? 0));
  protected readonly inherited = computed(() => this.appraiserAbove());
  protected readonly inheritedWords = computed(() => $localize`Theo cấp trên: ${this.inherited()}:agency:`);
  protected readonly noneWords = $localize`Chưa giao cơ quan nào`;
  /** Every active agency, and what is named now even where it is none. */
  protected readonly appraisers = computed(() => {
    const named = textOf(this.node(), 'appraiser');
    const known = this.agencies();
    return named === '' || known.some(({ code }) => code === named) ? known : [{ code: named, name: named }, ...known];
  });
  protected readonly headProblems = computed(() => ['', '/code', '/title', '/max'].flatMap((field) => this.problems().exactly(field) ?? []));
  protected readonly sections = SECTIONS;
  protected readonly combines = COMBINES;
  protected readonly kinds = RULE_KINDS;
  protected readonly textOf = textOf;
  protected readonly numberTextOf = numberTextOf;

  /** A code that breaks a tie goes on doing so under its new name; what stands below follows. */
  protected rename(code: string): void {
    const path = this.path();
    this.desk.editSet((set) => recoded(set, path, code), $localize`sửa mã`, `code-${keyOf(path)}`);
  }

  protected say(name: string, text: string): void {
    this.desk.edit((node) => ({ ...node, [name]: text }), $localize`sửa chữ`, name);
  }

  protected sayOptional(name: string, text: string): void {
    this.desk.edit((node) => withOptionalText(node, name, text), $localize`sửa chữ`, name);
  }

  protected figure(text: string): void {
    this.desk.edit((node) => withTypedNumber(node, 'max', text), $localize`sửa điểm tối đa`, 'max');
  }

  protected takeSum(): void {
    const sum = this.sum().sum;
    if (sum !== null) {
      this.desk.edit((node) => ({ ...node, max: sum }), $localize`sửa điểm tối đa`);
    }
  }

  /** What stands where nothing is said is left out. */
  protected choose(name: 'section' | 'combine', value: string): void {
    const said = value === 'scored' || value === 'sum' ? undefined : value;
    this.desk.edit((node) => withMember(node, name, said), $localize`sửa cách gộp điểm`);
  }

  protected appraise(code: string): void {
    this.desk.edit((node) => withOptionalText(node, 'appraiser', code), $localize`sửa cơ quan thẩm định`);
  }

  protected startRule(kind: string): void {
    if (isRuleKind(kind)) {
      this.desk.edit((node) => ({ ...node, rule: startRule(kind, this.max()), ...(kind === 'survey' ? { source: 'survey' } : {}) }), $localize`chọn cách tính`);
    }
  }

  protected dropRule(): void {
    this.desk.edit((node) => ['rule', 'source', 'whenNotApplicable', 'evidence', 'guidance'].reduce((rest, name) => withMember(rest, name, undefined), node), $localize`bỏ cách tính`);
  }

  protected ruleWritten(edit: RuleEdit): void {
    this.desk.edit(within(edit, 'rule').change, $localize`sửa cách tính`, edit.key);
  }

  /** The nearest one above that is named. */
  private appraiserAbove(): string {
    for (let depth = this.path().length - 1; depth > 0; depth -= 1) {
      const code = textOf(nodeAt(this.desk.set(), this.path().slice(0, depth)) ?? {}, 'appraiser');
      if (code !== '') {
        return this.agencies().find((agency) => agency.code === code)?.name ?? code;
      }
    }
    return '';
  }
}
