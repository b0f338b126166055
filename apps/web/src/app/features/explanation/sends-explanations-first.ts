import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Session } from '../../platform/session/session';
import { Confirm } from '../../ui/prompt/confirm';

/** A page whose explanations are on their way to the server. */
export interface SendsExplanations {
  /** Tries for a moment; the number of criteria that are still not sent. */
  sendAll(): Promise<number>;
}

/** Sends what is typed before the page is left, and asks where something could not be sent. A step to another criterion leaves nothing. */
export const sendsExplanationsFirst: CanDeactivateFn<SendsExplanations> = async (page, _route, from, to) => {
  const [session, confirm] = [inject(Session), inject(Confirm)];
  if (!session.view() || placeOf(from.url) === placeOf(to.url)) {
    return true;
  }
  const left = await page.sendAll();
  return (
    left === 0 ||
    confirm.ask({
      title: $localize`Rời trang khi còn giải trình chưa gửi?`,
      body: $localize`Giải trình của ${left}:count: tiêu chí chưa lưu được lên máy chủ và sẽ mất khi rời trang.`,
      verb: $localize`Rời trang`,
    })
  );
};

/** `/explanations/:id`, without the criterion. */
const placeOf = (url: string): string => (url.split(/[?#]/)[0] ?? '').split('/').slice(0, 3).join('/');
