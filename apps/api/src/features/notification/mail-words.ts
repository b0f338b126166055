import { type NotificationKind, type NotificationParts, notificationWords } from '@par-index/contract';

export interface MailedNotification {
  readonly kind: NotificationKind;
  readonly parts: NotificationParts;
  readonly path: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const WHY = 'Bạn nhận thư này vì việc trên liên quan đến bạn hoặc cơ quan của bạn. Đổi cách nhận tại:';

/** One mail for one notification: what happened, what to do, where. */
export function mailOf(notification: MailedNotification, baseUrl: string): MailText {
  const { title } = notificationWords(notification.kind, notification.parts);
  return composed(title, [notification], baseUrl);
}

/** One mail for all of a day. */
export function digestOf(notifications: readonly MailedNotification[], baseUrl: string): MailText {
  return composed(`${notifications.length} thông báo trong ngày`, notifications, baseUrl);
}

function composed(title: string, notifications: readonly MailedNotification[], baseUrl: string): MailText {
  const said = notifications.map(({ kind, parts, path }) => ({ ...notificationWords(kind, parts), url: `${baseUrl}${path}` }));
  const account = `${baseUrl}/account`;
  const blocks = said.map((one) => [one.title, one.detail, one.url].filter(Boolean).join('\n'));
  const items = said.map((one) => `<p><strong>${escaped(one.title)}</strong><br>${one.detail ? `${escaped(one.detail)}<br>` : ''}${linkTo(one.url)}</p>`);
  return {
    subject: `[PAR INDEX] ${title.replace(/[\r\n]+/g, ' ')}`,
    text: `${[...blocks, `${WHY}\n${account}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="vi"><body>${items.join('')}<hr><p>${WHY} ${linkTo(account)}</p></body></html>`,
  };
}

const linkTo = (url: string): string => `<a href="${escaped(url)}">${escaped(url)}</a>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
