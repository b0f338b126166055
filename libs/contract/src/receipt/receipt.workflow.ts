import { type Actor, holds } from '../access/permissions';
import type { ProblemCode } from '../problem/problem';
import type { ReceiptFacts, ReceiptRound } from './receipt.api';

/** Letters and digits that nobody takes for one another: no I, L, O, U. */
export const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const NUMBER = /^BN(\d{4})([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z]{5})$/;
const ALIKE: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** Number of a receipt: the year, then ten characters that nobody can guess, in two groups. Refuses characters that are not of the alphabet. */
export function receiptNumber(year: number, characters: string): string {
  const number = `BN${year}-${characters.slice(0, 5)}-${characters.slice(5)}`;
  if (readReceiptNumber(number) !== number) {
    throw new RangeError(`${characters} makes no number of a receipt`);
  }
  return number;
}

/** The number as it is kept, of whatever somebody typed: small letters, blanks, missing hyphens, O for 0. Null where it can be none. */
export function readReceiptNumber(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]+/g, '');
  const told = bare.slice(0, 6) + bare.slice(6).replace(/[ILO]/g, (letter) => ALIKE[letter] ?? letter);
  const parts = NUMBER.exec(told);
  return parts ? `BN${parts[1]}-${parts[2]}-${parts[3]}` : null;
}

/** The page of the web application on which anybody checks a receipt. */
export const RECEIPT_CHECK_PAGE = '/public/receipts';

/** `https://par.example` and a number make `https://par.example/public/receipts/BN2026-7K3QX-9WM2P`. */
export const receiptCheckUrl = (origin: string, number: string): string => `${origin}${RECEIPT_CHECK_PAGE}/${number}`;

/** Why the actor may not take the file of a receipt, or what was handed in with it; null when they may. It is the agency's own: others see that there is one. */
export function receiptFileRefusalOf(actor: Pick<Actor, 'grants'>, { agencyId }: { readonly agencyId: string }): ProblemCode | null {
  return holds(actor, ['agency-officer', 'agency-head'], agencyId) ? null : 'record.not-found';
}

/** What each field of a receipt is called. */
export const RECEIPT_FIELD_WORDS = {
  format: 'Loại biên nhận',
  number: 'Số biên nhận',
  issuedAt: 'Thời điểm nộp',
  agency: 'Cơ quan',
  cycle: 'Kỳ đánh giá',
  assessmentId: 'Mã hồ sơ',
  round: 'Lần nộp',
  criteriaSet: 'Bộ tiêu chí',
  signedBy: 'Người ký nộp',
  deadlineAt: 'Hạn nộp',
  late: 'Đúng hạn hay trễ hạn',
  replaces: 'Biên nhận trước',
  entries: 'Mã băm của nội dung từng tiêu chí',
  documents: 'Mã băm của tài liệu kiểm chứng',
} as const satisfies Readonly<Record<keyof ReceiptFacts, string>>;

export const RECEIPT_FIELDS = Object.keys(RECEIPT_FIELD_WORDS) as readonly (keyof ReceiptFacts)[];

export const RECEIPT_ROUND_WORDS = {
  'self-assessment': 'Tự đánh giá',
  'explanation': 'Giải trình',
} as const satisfies Readonly<Record<ReceiptRound, string>>;
