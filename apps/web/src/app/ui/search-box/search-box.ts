import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

const PAUSE = 250;

/** A search field that speaks after a short pause in typing. */
@Component({
  selector: 'par-search-box',
  imports: [Icon],
  template: `
    <label>
      <par-icon name="search" [size]="18" />
      <span class="visually-hidden">{{ label() }}</span>
      <input #box class="control" type="search" [placeholder]="label()" (input)="wait(box.value)" />
    </label>
  `,
  styles: `
    :host { display: block; flex: 1 1 240px; max-width: 400px; }
    label { position: relative; display: block; }
    par-icon { position: absolute; top: 9px; left: 10px; color: var(--text-muted); pointer-events: none; }
    .control { padding-left: 36px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly searched = output<string>();

  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected wait(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.searched.emit(text.trim()), PAUSE);
  }
}
