import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Session } from '../../platform/session/session';
import { Confirm } from '../../ui/prompt/confirm';

/** A page whose drafts are on their way to the server. */
export interface SendsDrafts {
  /** Tries for a moment; the number of criteria that are still not sent. */
  sendDrafts(): Promise<number>;
}

/**
 * Sends what is typed before the page is left, and asks where something could not be sent. It is kept in the browser either way. A step
 * to another criterion of the same assessment leaves nothing.
 */
export const sendsDraftsFirst: CanDeactivateFn<SendsDrafts> = async (page, _route, from, to) => {
  const [session, confirm] = [inject(Session), inject(Confirm)];
  if (!session.view() || assessmentIn(from.url) === assessmentIn(to.url)) {
    return true;
  }
  const left = await page.sendDrafts();
  return left === 0 || confirm.ask({
    title: $localize`Rời trang khi còn nội dung chưa gửi?`,
    body: $localize`${left}:count: tiêu chí chưa gửi được lên máy chủ. Nội dung được giữ trên máy này và được gửi khi bạn mở lại hồ sơ.`,
    verb: $localize`Rời trang`,
  });
};

/** `/assessments/:id`, without the criterion. */
function assessmentIn(url: string): string {
  return (url.split(/[?#]/)[0] ?? '').split('/').slice(0, 3).join('/');
}
