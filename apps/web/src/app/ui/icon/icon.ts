import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICON_PATHS, type IconName } from './icon-paths';

/** A drawing beside a word. With `label` it speaks for itself; without, screen readers skip it. */
@Component({
  selector: 'par-icon',
  template: `
    <svg viewBox="0 -960 960 960" fill="currentColor" [attr.width]="size()" [attr.height]="size()" [attr.role]="label() ? 'img' : null"
      [attr.aria-label]="label() || null" [attr.aria-hidden]="label() ? null : true" focusable="false"><path [attr.d]="path()" /></svg>
  `,
  styles: ':host { display: inline-flex; flex: none; line-height: 0; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(20);
  readonly label = input('');

  protected readonly path = computed(() => ICON_PATHS[this.name()]);
}
