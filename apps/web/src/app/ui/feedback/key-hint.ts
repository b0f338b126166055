import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One keyboard shortcut at the foot of a work page: the keys, then what they do. */
@Component({
  selector: 'par-key-hint',
  template: `@for (key of keys(); track key) { <kbd>{{ key }}</kbd> } <span><ng-content /></span>`,
  styles: `
    :host { display: inline-flex; gap: 4px; align-items: center; color: var(--text-muted); font-size: var(--text-small); }
    kbd { min-width: 20px; padding: 0 5px; font: inherit; line-height: 18px; text-align: center; color: var(--text);
      background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); }
    @media (hover: none) { :host { display: none; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyHint {
  readonly keys = input.required<readonly string[]>();
}
