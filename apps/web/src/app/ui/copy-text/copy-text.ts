import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** A text to take along, such as a one-use link: selectable, with a button that copies it. */
@Component({
  selector: 'par-copy-text',
  imports: [MatButton],
  template: `
    <input #box class="control" readonly [value]="text()" [attr.aria-label]="label()" (focus)="box.select()" />
    <button type="button" matButton="outlined" (click)="copy(box)">
      @if (copied()) { <ng-container i18n>Đã chép</ng-container> } @else { <ng-container i18n>Chép</ng-container> }
    </button>
  `,
  styles: ':host { display: flex; gap: var(--space-2); } .control { flex: 1; min-width: 0; color: var(--text); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyText {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly copied = signal(false);

  /** Without the right to the clipboard the text is selected, so that the reader can copy it. */
  protected async copy(box: HTMLInputElement): Promise<void> {
    box.select();
    try {
      await navigator.clipboard.writeText(this.text());
      this.copied.set(true);
    } catch {
      this.copied.set(false);
    }
  }
}
