import { afterNextRender, ChangeDetectionStrategy, Component, ElementRef, inject, Injector, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Icon } from '../../../../ui/icon/icon';
import { Problems } from '../checks/problems';
import { type Fields, numberTextOf, textOf, withTypedNumber } from '../draft/fields';
import { nextId } from '../draft/rule-starts';
import { NumberCell } from './number-cell';
import type { LineColumn, PartEdit } from './rule-edit';

/** The lines of a rule, each with its words and its figures: options, items. Enter in the last one adds another. */
@Component({
  selector: 'par-rule-lines',
  imports: [FieldError, Icon, MatButton, NumberCell],
  templateUrl: './rule-lines.html',
  styleUrls: ['./rule-lines.css', '../icon-button.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleLines {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  readonly lines = input.required<readonly Fields[]>();
  readonly columns = input.required<readonly LineColumn[]>();
  /** What one of them is: «Phương án», «Nội dung». */
  readonly what = input.required<string>();
  readonly problems = input(Problems.none);
  readonly written = output<PartEdit<readonly Fields[]>>();

  protected readonly upWords = $localize`Đưa lên`;
  protected readonly downWords = $localize`Đưa xuống`;
  protected readonly removeWords = $localize`Xóa dòng này`;
  protected readonly addWords = $localize`Thêm dòng`;
  protected readonly textOf = textOf;
  protected readonly numberTextOf = numberTextOf;

  protected figureLabel({ head }: LineColumn, at: number): string {
    return `${head}, ${this.what()} ${at + 1}`;
  }

  protected name(at: number, text: string): void {
    this.change(at, (line) => ({ ...line, label: text }), `label-${at}`);
  }

  protected figure(at: number, column: LineColumn, text: string): void {
    this.change(at, (line) => withTypedNumber(line, column.name, text), `${column.name}-${at}`);
  }

  protected add(): void {
    const figures = Object.fromEntries(this.columns().filter(({ name }) => name !== 'cap').map(({ name }) => [name, 0]));
    this.written.emit({ change: (lines) => [...lines, { id: nextId(lines, 'muc'), label: '', ...figures }] });
    afterNextRender({ read: () => this.words().at(-1)?.focus() }, { injector: this.injector });
  }

  protected enter(event: Event, at: number): void {
    event.preventDefault();
    if (at === this.lines().length - 1) {
      this.add();
    } else {
      this.words()[at + 1]?.focus();
    }
  }

  protected remove(at: number): void {
    this.written.emit({ change: (lines) => lines.filter((_line, other) => other !== at) });
  }

  protected move(at: number, by: -1 | 1): void {
    this.written.emit({
      change: (lines) => {
        const line = lines[at];
        return line === undefined ? lines : lines.filter((_line, other) => other !== at).toSpliced(at + by, 0, line);
      },
    });
  }

  private change(at: number, change: (line: Fields) => Fields, key: string): void {
    this.written.emit({ change: (lines) => lines.map((line, other) => (other === at ? change(line) : line)), key });
  }

  private words(): readonly HTMLInputElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLInputElement>('input.words')];
  }
}
