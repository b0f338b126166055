import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, model, output } from '@angular/core';
import { answerInWords, type CompiledLeaf } from '@par-index/scoring';
import { maximumFigure, pointsFigure } from '../../ui/format/number-words';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';
import type { Sending } from './by-criterion-desk';
import { type GridKey, gridKeyOf, rowAfter } from './by-criterion-keys';
import type { AgencyRow } from './by-criterion-rows';
import type { Worth } from './criterion-standing';

/** A command for the agency of a row. */
export interface GridCommand {
  readonly key: GridKey;
  readonly assessmentId: string;
}

const SENDINGS: Readonly<Record<Sending, { readonly words: string; readonly icon: IconName }>> = {
  saving: { words: $localize`đang lưu`, icon: 'saving' },
  saved: { words: $localize`đã lưu`, icon: 'saved' },
  unsent: { words: $localize`chưa gửi được`, icon: 'offline' },
  conflict: { words: $localize`xung đột`, icon: 'conflict' },
};

/** One criterion, an agency a line. One line has the focus; arrows go on, letters are commands for its agency. */
@Component({
  selector: 'par-by-criterion-grid',
  imports: [Icon],
  templateUrl: './by-criterion-grid.html',
  styleUrl: './by-criterion-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ByCriterionGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly rows = input.required<readonly AgencyRow[]>();
  readonly leaf = input.required<CompiledLeaf>();
  readonly sendings = input<ReadonlyMap<string, Sending>>(new Map());
  /** Agencies with something typed that is not sent. */
  readonly typed = input<ReadonlySet<string>>(new Set());
  /** Whether single letters are commands. */
  readonly letters = input(true);
  readonly selected = model<string | null>(null);
  readonly commanded = output<GridCommand>();

  protected readonly at = computed(() => Math.max(0, this.rows().findIndex(({ assessmentId }) => assessmentId === this.selected())));
  protected readonly maximum = computed(() => maximumFigure(this.leaf().max));

  constructor() {
    effect(() => {
      const line = this.selected();
      if (line !== null) {
        requestAnimationFrame(() => this.line(line)?.scrollIntoView({ block: 'nearest' }));
      }
    });
  }

  /** Puts the focus on a line: whoever came by keyboard goes on from there. */
  focus(assessmentId: string): void {
    this.selected.set(assessmentId);
    requestAnimationFrame(() => this.line(assessmentId)?.focus());
  }

  protected press(event: KeyboardEvent, { assessmentId }: AgencyRow, at: number): void {
    const isLetter = event.key.length === 1;
    if (event.defaultPrevented || (isLetter && !this.letters())) {
      return;
    }
    const next = rowAfter(at, event, this.rows().length - 1);
    const row = next === null ? undefined : this.rows()[next];
    const key = gridKeyOf(event);
    if (row) {
      event.preventDefault();
      this.focus(row.assessmentId);
    } else if (key) {
      event.preventDefault();
      this.commanded.emit({ key, assessmentId });
    }
  }

  protected answer({ declared }: AgencyRow): string | null {
    return declared && answerInWords(this.leaf().rule, declared);
  }

  /** What the cell has no room for: the whole answer, and the note. */
  protected fullAnswer(row: AgencyRow): string {
    return [this.answer(row), row.agency.answer?.note].filter(Boolean).join('\n');
  }

  protected figure(worth: Worth | null): string {
    if (worth === null) {
      return '–';
    }
    return worth.kind === 'points' ? pointsFigure(worth.points) : worth.kind === 'pending' ? $localize`chờ tổng hợp` : $localize`không tính`;
  }

  protected points(points: number | null): string {
    return points === null ? '–' : pointsFigure(points);
  }

  protected sendingOf({ assessmentId }: AgencyRow): { readonly words: string; readonly icon: IconName } | null {
    const sending = this.sendings().get(assessmentId);
    return sending ? SENDINGS[sending] : this.typed().has(assessmentId) ? { words: $localize`chưa lưu`, icon: 'draft' } : null;
  }

  /** What is read out on the way from line to line. */
  protected wordsOf(row: AgencyRow): string {
    const sentences = [
      row.name,
      row.declared ? $localize`kê khai ${this.answer(row) ?? ''}:answer:, tự chấm ${this.figure(row.own)}:points:` : $localize`chưa kê khai`,
      row.previousPoints === null ? '' : $localize`năm trước ${this.points(row.previousPoints)}:points:`,
      row.agency.evidence.length > 0 ? $localize`${row.agency.evidence.length}:count: tài liệu` : row.evidence === 'lacking' ? $localize`thiếu tài liệu` : '',
      row.flagged ? $localize`có gợi ý kiểm tra` : '',
      row.agency.changes.length > 0 ? $localize`thay đổi sau khi nộp` : '',
      row.mark.words,
      row.decision === 'decided' ? $localize`điểm ${this.figure(row.standing)}:points:` : '',
      this.sendingOf(row)?.words ?? '',
    ];
    return sentences.filter((sentence) => sentence !== '').join(', ');
  }

  private line(assessmentId: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[data-line="${assessmentId}"]`);
  }
}
