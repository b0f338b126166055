import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AgencyGroupView } from '@par-index/contract';
import { FieldError } from '../../../../ui/feedback/field-error';
import { numberInWords } from '../../../../ui/format/number-words';
import { Icon } from '../../../../ui/icon/icon';
import { DraftDesk } from '../draft-desk';
import { type Fields, partOf, textOf, withMember, withOptionalText, withTypedNumber } from '../draft/fields';
import { renumbered } from '../draft/numbering';
import { TOTAL } from '../draft/sums';
import { GradesForm } from './grades-form';
import { TieBreakForm } from './tie-break-form';

/** What the set says of itself: who it is for, how it rounds and ranks, its grades. */
@Component({
  selector: 'par-set-form',
  imports: [FieldError, GradesForm, Icon, TieBreakForm],
  templateUrl: './set-form.html',
  styleUrl: './set-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetForm {
  protected readonly desk = inject(DraftDesk);

  readonly groups = input<readonly AgencyGroupView[]>([]);

  protected readonly set = this.desk.set;
  protected readonly problems = this.desk.problems;
  protected readonly total = computed(() => {
    const total = this.desk.total();
    return total === null ? null : { words: numberInWords(total), hundred: total === TOTAL };
  });
  protected readonly rounding = computed(() => partOf(this.set(), 'rounding'));
  protected readonly ranking = computed(() => partOf(this.set(), 'ranking'));
  protected readonly year = computed(() => (typeof this.set()['year'] === 'number' ? String(this.set()['year']) : textOf(this.set(), 'year')));
  protected readonly headProblems = computed(() => ['', '/format', '/criteria'].flatMap((field) => this.problems().exactly(field) ?? []));
  protected readonly knownGroup = computed(() => this.groups().some(({ code }) => code === textOf(this.set(), 'appliesTo')));
  protected readonly chooseWords = $localize`Chọn nhóm cơ quan…`;
  protected readonly decimals = [0, 1, 2, 3, 4] as const;
  protected readonly textOf = textOf;

  protected say(name: string, text: string): void {
    this.desk.edit((set) => ({ ...set, [name]: text }), $localize`sửa chữ`, name);
  }

  protected sayOptional(name: string, text: string): void {
    this.desk.edit((set) => withOptionalText(set, name, text), $localize`sửa chữ`, name);
  }

  /** A year has no thousands. */
  protected date(text: string): void {
    this.desk.edit((set) => withTypedNumber(set, 'year', text), $localize`sửa năm`, 'year');
  }

  protected round(name: 'points' | 'index', value: string): void {
    this.part('rounding', (rounding) => ({ ...rounding, [name]: Number(value) }));
  }

  protected rankBy(by: string): void {
    this.part('ranking', (ranking) => withMember(ranking, 'by', by === 'exact' ? undefined : by));
  }

  protected withoutSurvey(way: string): void {
    this.desk.edit((set) => withMember(set, 'withoutSurvey', way === 'zero' ? undefined : way), $localize`sửa cách tính khi không khảo sát`);
  }

  protected renumber(): void {
    this.desk.editSet((set) => renumbered(set, []), $localize`đánh lại số`);
  }

  protected decimalsOf(name: 'points' | 'index'): number {
    const value = this.rounding()[name];
    return typeof value === 'number' ? value : name === 'points' ? 4 : 2;
  }

  private part(name: 'rounding' | 'ranking', change: (part: Fields) => Fields): void {
    this.desk.edit((set) => {
      const part = change(partOf(set, name));
      return withMember(set, name, Object.keys(part).length === 0 ? undefined : part);
    }, $localize`sửa cách làm tròn, xếp hạng`);
  }
}
