/** Vietnam has one time and no summer time. */
const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** «17 giờ 00 ngày 15/12/2026», from an ISO 8601 moment. */
export function inVietnamTime(moment: string): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${parts['hour']} giờ ${parts['minute']} ngày ${parts['day']}/${parts['month']}/${parts['year']}`;
}
