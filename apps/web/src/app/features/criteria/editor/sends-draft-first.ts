import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Confirm } from '../../../ui/prompt/confirm';

/** A page whose draft is on its way to the server. */
export interface SendsDraft {
  /** Tries for a moment; true where something is still not sent. */
  hasUnsent(): Promise<boolean>;
}

/** Sends what is typed before the page is left, and asks where it could not be sent. It is kept in the browser either way. */
export const sendsDraftFirst: CanDeactivateFn<SendsDraft> = async (page) => {
  const confirm = inject(Confirm);
  return !(await page.hasUnsent()) || confirm.ask({
    title: $localize`Rời trang khi còn nội dung chưa gửi?`,
    body: $localize`Nội dung được giữ trên máy này và được gửi khi bạn mở lại bản nháp.`,
    verb: $localize`Rời trang`,
  });
};
