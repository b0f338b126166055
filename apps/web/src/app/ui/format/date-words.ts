const ZONE = 'Asia/Ho_Chi_Minh';

const DAY = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `25/11/2026`, in the time of Việt Nam wherever the reader is. Takes an instant or a plain `yyyy-MM-dd`. */
export function dayInWords(iso: string): string {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return plain ? `${plain[3]}/${plain[2]}/${plain[1]}` : DAY.format(new Date(iso));
}

/** `14:02`. */
export function timeInWords(iso: string): string {
  return CLOCK.format(new Date(iso));
}

/** `25/11/2026 14:02`. */
export function momentInWords(iso: string): string {
  return `${dayInWords(iso)} ${timeInWords(iso)}`;
}

/** For `<input type="datetime-local">`: `2026-11-25T14:02`, in the time of Việt Nam. */
export function toLocalInput(iso: string): string {
  const [day = '', month = '', year = ''] = dayInWords(iso).split('/');
  return `${year}-${month}-${day}T${timeInWords(iso)}`;
}

/** The instant that a local input means. Việt Nam is seven hours ahead of UTC and has no summer time. */
export function fromLocalInput(local: string): string {
  return new Date(`${local}:00+07:00`).toISOString();
}
