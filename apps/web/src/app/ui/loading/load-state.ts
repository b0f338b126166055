import { ChangeDetectionStrategy, Component, computed, effect, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../icon/icon';
import { Skeleton } from './skeleton';

const PATIENCE = 300;

/** What a resource needs to show for itself. `rxResource` and `httpResource` fit. */
export interface Loadable {
  error(): Error | undefined;
  isLoading(): boolean;
  reload(): boolean;
}

/**
 * In the place of content that is not there yet: nothing for 300 ms, then a skeleton; or why it could not be loaded, with a way to try
 * again. Use as the `@else` of `@if (loaded.hasValue())`.
 */
@Component({
  selector: 'par-load-state',
  imports: [Icon, MatButton, Skeleton],
  template: `
    @if (of().error(); as error) {
      <div class="notice" role="alert">
        <par-icon name="error" />
        <div class="stack">
          <p>{{ error.message }}</p>
          <div><button type="button" matButton="outlined" (click)="of().reload()"><ng-container i18n>Thử lại</ng-container></button></div>
        </div>
      </div>
    } @else if (waiting()) {
      <p class="visually-hidden" role="status" i18n>Đang tải…</p>
      <par-skeleton [rows]="rows()" [rowHeight]="rowHeight()" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadState {
  readonly of = input.required<Loadable>();
  readonly rows = input(6);
  readonly rowHeight = input(40);

  private readonly patienceOver = signal(false);
  protected readonly waiting = computed(() => this.of().isLoading() && this.patienceOver());

  constructor() {
    effect((onCleanup) => {
      this.patienceOver.set(false);
      if (this.of().isLoading()) {
        const timer = setTimeout(() => this.patienceOver.set(true), PATIENCE);
        onCleanup(() => clearTimeout(timer));
      }
    });
  }
}
