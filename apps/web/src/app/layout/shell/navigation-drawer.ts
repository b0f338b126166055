import { ChangeDetectionStrategy, Component, effect, type ElementRef, model, viewChild } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { Navigation } from './navigation';

/** The navigation on small screens: a native modal dialog, so that focus and Escape work by themselves. */
@Component({
  selector: 'par-navigation-drawer',
  imports: [Icon, Navigation],
  template: `
    <dialog #dialog (close)="open.set(false)" aria-label="Điều hướng" i18n-aria-label>
      <div class="head">
        <strong>PAR INDEX</strong>
        <button type="button" (click)="open.set(false)" aria-label="Đóng" i18n-aria-label><par-icon name="close" [size]="24" /></button>
      </div>
      <par-navigation class="drawer" (chosen)="open.set(false)" />
    </dialog>
  `,
  styleUrl: './navigation-drawer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NavigationDrawer {
  readonly open = model(false);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect((onCleanup) => {
      const dialog = this.dialog().nativeElement;
      // A click on the dialog itself, and on nothing in it, is a click beside the drawer.
      const closeOutside = (event: Event): void => {
        if (event.target === dialog) {
          this.open.set(false);
        }
      };
      dialog.addEventListener('click', closeOutside);
      onCleanup(() => dialog.removeEventListener('click', closeOutside));
    });
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) {
        dialog.showModal();
      }
      if (!this.open() && dialog.open) {
        dialog.close();
      }
    });
  }
}
