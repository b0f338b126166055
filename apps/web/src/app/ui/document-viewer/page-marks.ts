import { ChangeDetectionStrategy, Component, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import type { PageBox } from '@par-index/contract';
import { boxAfterKey, boxBetween, type PageMark, type PagePoint, pointIn } from './page-mark';

/** A mark of this page, and whether it is the one that is looked at. */
export interface ShownMark extends PageMark {
  readonly shown: boolean;
}

/** The boxes on one page, and the one that is being drawn: with the mouse or a finger, or with the arrow keys. */
@Component({
  selector: 'par-page-marks',
  template: `
    @for (mark of marks(); track $index) {
      @if (mark.box; as box) {
        <span class="mark" [class.shown]="mark.shown" [style.left.%]="box.x * 100" [style.top.%]="box.y * 100" [style.width.%]="box.width * 100" [style.height.%]="box.height * 100">
          <span class="visually-hidden" i18n>Khung đánh dấu: {{ mark.label }}</span>
        </span>
      }
    }
    @if (current(); as box) {
      <button
        type="button"
        class="mark draft"
        [style.left.%]="box.x * 100"
        [style.top.%]="box.y * 100"
        [style.width.%]="box.width * 100"
        [style.height.%]="box.height * 100"
        (keydown)="press($event)"
        (pointerdown)="begin($event)"
        aria-label="Khung đang vẽ: phím mũi tên để dời, Shift và mũi tên để đổi cỡ"
        i18n-aria-label
      ></button>
    }
  `,
  styles: `
    :host { position: absolute; inset: 0; z-index: 2; color-scheme: only light; pointer-events: none; }
    :host(.drawing) { cursor: crosshair; pointer-events: auto; touch-action: none; }
    .mark { position: absolute; box-sizing: border-box; padding: 0; background: color-mix(in srgb, var(--partial-shape) 25%, transparent); border: 2px solid var(--partial); border-radius: 2px; }
    .shown, .draft { background: color-mix(in srgb, var(--action) 22%, transparent); border: 3px solid var(--action); }
    .draft { cursor: crosshair; border-style: dashed; pointer-events: auto; }
  `,
  host: {
    '[class.drawing]': 'drawing()',
    '(pointerdown)': 'begin($event)',
    '(pointermove)': 'stretch($event)',
    '(pointerup)': 'end()',
    '(pointercancel)': 'end()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageMarks {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly marks = input.required<readonly ShownMark[]>();
  readonly drawing = input(false);
  readonly draft = input<PageBox | null>(null);
  readonly drawn = output<PageBox>();

  /** Keys may come faster than what they change comes back. */
  protected readonly current = linkedSignal(() => this.draft());
  private corner: PagePoint | null = null;

  protected begin(event: PointerEvent): void {
    if (this.drawing() && event.button === 0) {
      event.preventDefault();
      event.stopPropagation();
      this.host.nativeElement.setPointerCapture(event.pointerId);
      this.corner = this.at(event);
      this.drawn.emit(boxBetween(this.corner, this.corner));
    }
  }

  protected stretch(event: PointerEvent): void {
    if (this.corner) {
      this.drawn.emit(boxBetween(this.corner, this.at(event)));
    }
  }

  protected end(): void {
    this.corner = null;
  }

  protected press(event: KeyboardEvent): void {
    const box = this.current();
    const after = box && boxAfterKey(box, event);
    if (after) {
      event.preventDefault();
      event.stopPropagation();
      this.current.set(after);
      this.drawn.emit(after);
    }
  }

  private at(event: PointerEvent): PagePoint {
    return pointIn(this.host.nativeElement.getBoundingClientRect(), event);
  }
}
