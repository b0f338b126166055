import { formatNumber } from '@par-index/scoring';

export interface ClosedAgency {
  readonly agency: string;
  readonly undecided: number;
}

/** More names than this are counted. */
const NAMED = 10;

/** What is closed with criteria undecided, by name. */
export function closedInWords(closed: readonly ClosedAgency[]): readonly string[] {
  if (closed.length === 0) {
    return [];
  }
  const names = closed.slice(0, NAMED).map(({ agency, undecided }) => `${agency} (${formatNumber(undecided)} tiêu chí)`);
  const rest = closed.length - names.length;
  const list = [...names, ...(rest > 0 ? [`và ${formatNumber(rest)} cơ quan khác`] : [])].join(', ');
  return [`${formatNumber(closed.length)} hồ sơ chưa thẩm định xong sẽ được đóng, tiêu chí chưa thẩm định lấy theo kê khai: ${list}.`];
}

/** Who may explain, and who need not. */
export function differencesInWords(explaining: number, agreeing: number): readonly string[] {
  return [
    ...(explaining > 0 ? [`${formatNumber(explaining)} hồ sơ có tiêu chí bị giảm điểm sẽ được mở để giải trình.`] : []),
    ...(agreeing > 0 ? [`${formatNumber(agreeing)} hồ sơ không bị giảm điểm không cần giải trình.`] : []),
  ];
}

const MOVED: Readonly<Record<string, string>> = {
  reappraisal: 'hồ sơ không gửi giải trình được hiểu là đồng ý với kết quả thẩm định.',
  preliminary: 'hồ sơ không còn nội dung chờ Hội đồng thẩm định sẽ được kết luận; cơ quan xem được kết quả của mình.',
};

/** What opening a phase in which nobody has to be asked does to `count` assessments. */
export function movedInWords(phase: string, count: number): readonly string[] {
  const words = MOVED[phase];
  return words && count > 0 ? [`${formatNumber(count)} ${words}`] : [];
}
