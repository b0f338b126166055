import type { Receipt } from '@par-index/contract';
import { RECEIPT_ROUND_WORDS } from '@par-index/contract';
import { inVietnamTime } from '../../platform/time/vietnam-time';

/** What a receipt says, of one that has been found genuine. */
export function headLines(genuine: unknown): readonly string[] {
  const { number, agency, cycle, round, issuedAt, late, replaces } = genuine as Receipt;
  return [
    `Số ${number}`,
    `${agency.name}, ${cycle.title}: ${RECEIPT_ROUND_WORDS[round].toLocaleLowerCase('vi')}`,
    `Nộp lúc ${inVietnamTime(issuedAt)}, ${late ? 'sau hạn' : 'đúng hạn'}`,
    ...(replaces === null ? [] : [`Thay cho biên nhận ${replaces}`]),
  ];
}
