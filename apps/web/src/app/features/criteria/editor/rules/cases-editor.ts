import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output, type TemplateRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Icon } from '../../../../ui/icon/icon';
import { Problems } from '../checks/problems';
import { type Fields, listOf, partOf, textOf } from '../draft/fields';
import { nextId, startRule } from '../draft/rule-starts';
import { keyed, type RuleEdit, within, withinList } from './rule-edit';

/** What the field of one case is given. */
export interface CaseContext {
  readonly $implicit: Fields;
  readonly problems: Problems;
  readonly write: (edit: RuleEdit) => void;
}

/** Cases of which the best one counts, each with a rule of its own. */
@Component({
  selector: 'par-cases-editor',
  imports: [FieldError, Icon, MatButton, NgTemplateOutlet],
  template: `
    @for (one of shown(); track $index; let at = $index) {
      <section class="case" [attr.data-at]="problems().place('/cases/' + at)" [attr.aria-label]="caseWords + ' ' + (at + 1)">
        <div class="head">
          <label class="field"><span class="field-label">{{ caseWords }} {{ at + 1 }}</span>
            <input #words class="control" type="text" maxlength="500" [value]="one.label" [attr.aria-invalid]="problems().marks('/cases/' + at + '/label') ? true : null" [attr.data-at]="problems().place('/cases/' + at + '/label')" (input)="name(at, words.value)" />
          </label>
          <button type="button" class="icon-button" [attr.aria-label]="removeWords + ' ' + (at + 1)" (click)="remove(at)"><par-icon name="remove" [size]="18" /></button>
        </div>
        <par-field-error [text]="problems().exactly('/cases/' + at + '/label')" />
        <ng-container *ngTemplateOutlet="field(); context: { $implicit: one.rule, problems: problems().below('/cases/' + at + '/rule'), write: one.write }" />
      </section>
    }
    <par-field-error [text]="problems().exactly('/cases')" />
    <div><button type="button" matButton="text" (click)="add()"><span class="row"><par-icon name="add" [size]="18" /><ng-container i18n>Thêm trường hợp</ng-container></span></button></div>
  `,
  styleUrls: ['./cases-editor.css', '../icon-button.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasesEditor {
  readonly rule = input.required<Fields>();
  readonly max = input.required<number>();
  readonly problems = input(Problems.none);
  /** Draws the rule of a case. */
  readonly field = input.required<TemplateRef<CaseContext>>();
  readonly written = output<RuleEdit>();

  protected readonly caseWords = $localize`Trường hợp`;
  protected readonly removeWords = $localize`Xóa trường hợp`;
  private readonly cases = computed(() => listOf(this.rule(), 'cases'));
  protected readonly shown = computed(() =>
    this.cases().map((one, at) => ({
      label: textOf(one, 'label'),
      rule: partOf(one, 'rule'),
      write: (edit: RuleEdit) => this.change(at, within(edit, 'rule').change, edit.key),
    })),
  );

  protected name(at: number, label: string): void {
    this.change(at, (one) => ({ ...one, label }), 'label');
  }

  protected add(): void {
    this.write((cases) => [...cases, { id: nextId(cases, 'truong-hop'), label: '', rule: startRule('choice', this.max()) }]);
  }

  protected remove(at: number): void {
    this.write((cases) => cases.filter((_one, other) => other !== at));
  }

  private change(at: number, change: (one: Fields) => Fields, key?: string): void {
    this.write((cases) => cases.map((one, other) => (other === at ? change(one) : one)), key === undefined ? undefined : `${at}-${key}`);
  }

  private write(change: (cases: readonly Fields[]) => readonly Fields[], key?: string): void {
    this.written.emit(withinList(keyed(change, key), 'cases'));
  }
}
