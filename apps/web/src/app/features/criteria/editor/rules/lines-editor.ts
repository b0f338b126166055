import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Problems } from '../checks/problems';
import { type Fields, listOf, textOf } from '../draft/fields';
import { type LineColumn, type PartEdit, type RuleEdit, withinList } from './rule-edit';
import { RuleLines } from './rule-lines';

type LinesKind = 'choice' | 'checklist' | 'tally' | 'survey';

interface Setting {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

interface LinesLook {
  readonly list: 'options' | 'items';
  readonly what: string;
  readonly columns: readonly LineColumn[];
  readonly setting: Setting | null;
}

const POINTS: LineColumn = { name: 'points', head: $localize`Điểm` };

const LOOKS: Readonly<Record<LinesKind, LinesLook>> = {
  choice: { list: 'options', what: $localize`Phương án`, columns: [POINTS], setting: null },
  checklist: {
    ...{ list: 'items', what: $localize`Nội dung`, columns: [POINTS] },
    setting: {
      ...{ name: 'award', label: $localize`Cách cho điểm` },
      choices: [
        { value: 'sum', label: $localize`Cộng điểm các nội dung đạt` },
        { value: 'all', label: $localize`Phải đạt tất cả mới có điểm` },
      ],
    },
  },
  tally: {
    ...{ list: 'items', what: $localize`Nội dung đếm` },
    columns: [{ name: 'points', head: $localize`Điểm mỗi lần` }, { name: 'cap', head: $localize`Tối đa`, placeholder: $localize`không` }],
    setting: {
      ...{ name: 'start', label: $localize`Tính từ` },
      choices: [
        { value: 'max', label: $localize`Điểm tối đa, trừ mỗi lần` },
        { value: 'zero', label: $localize`0 điểm, cộng mỗi lần` },
      ],
    },
  },
  survey: { list: 'options', what: $localize`Mức trả lời`, columns: [{ name: 'percent', head: $localize`Tỷ lệ %` }], setting: null },
};

/** Rules that are a list of lines: options, items to tick, items to count, answers of a survey. */
@Component({
  selector: 'par-lines-editor',
  imports: [RuleLines],
  template: `
    @if (look().setting; as setting) {
      <fieldset class="row" [attr.data-at]="problems().place('/' + setting.name)">
        <legend class="field-label">{{ setting.label }}</legend>
        @for (choice of setting.choices; track choice.value) {
          <label class="choice-line"><input type="radio" [name]="radioName" [checked]="valueOf(setting) === choice.value" (change)="set(setting.name, choice.value)" /><span>{{ choice.label }}</span></label>
        }
      </fieldset>
    }
    <par-rule-lines [attr.data-at]="problems().place('/' + look().list)" [lines]="lines()" [columns]="look().columns" [what]="look().what" [problems]="problems().below('/' + look().list)" (written)="linesWritten($event)" />
  `,
  styles: `:host { display: grid; gap: var(--space-3); } fieldset { gap: 0 var(--space-5); padding: 0; border: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinesEditor {
  readonly rule = input.required<Fields>();
  readonly problems = input(Problems.none);
  readonly written = output<RuleEdit>();

  private static count = 0;
  protected readonly radioName = `lines-${(LinesEditor.count += 1)}`;
  protected readonly look = computed(() => LOOKS[textOf(this.rule(), 'kind') as LinesKind]);
  protected readonly lines = computed(() => listOf(this.rule(), this.look().list));

  /** The first choice is what stands where nothing is said. */
  protected valueOf(setting: Setting): string {
    return textOf(this.rule(), setting.name) || (setting.choices[0]?.value ?? '');
  }

  protected set(name: string, value: string): void {
    this.written.emit({ change: (rule) => ({ ...rule, [name]: value }) });
  }

  protected linesWritten(edit: PartEdit<readonly Fields[]>): void {
    this.written.emit(withinList(edit, this.look().list));
  }
}
