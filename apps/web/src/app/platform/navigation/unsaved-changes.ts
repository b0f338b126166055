import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Confirm } from '../../ui/prompt/confirm';

/** A page that can lose what was typed. */
export interface HoldsChanges {
  hasUnsavedChanges(): boolean;
}

/** Asks before what was typed is lost. For `canDeactivate` of a page that implements `HoldsChanges`. */
export const keepsChanges: CanDeactivateFn<HoldsChanges> = (page) =>
  !page.hasUnsavedChanges() ||
  inject(Confirm).ask({
    title: $localize`Rời trang khi chưa lưu?`,
    body: $localize`Những gì vừa nhập trên trang này sẽ mất.`,
    verb: $localize`Rời trang`,
  });
