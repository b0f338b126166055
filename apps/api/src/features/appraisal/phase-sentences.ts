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
  return [`${formatNumber(closed.length)} hồ sơ chưa thẩm định xong sẽ được đóng, tiêu chí chưa thẩm định lấy theo kê khai: ${named(closed)}.`];
}

function named(agencies: readonly ClosedAgency[]): string {
  const names = agencies.slice(0, NAMED).map(({ agency, undecided }) => `${agency} (${formatNumber(undecided)} tiêu chí)`);
  const rest = agencies.length - names.length;
  return [...names, ...(rest > 0 ? [`và ${formatNumber(rest)} cơ quan khác`] : [])].join(', ');
}

/** Why an assessment leaves the second appraisal with criteria undecided; null where there are none. */
export function undecidedInWords(undecided: number): string | null {
  return undecided === 0 ? null : `${formatNumber(undecided)} tiêu chí đã giải trình chưa được thẩm định lại: giữ kết quả thẩm định lần 1 và chuyển Hội đồng thẩm định.`;
}

/** What the opening of the council takes from the second appraisal undecided, by name. */
export function unfinishedInWords(unfinished: readonly ClosedAgency[]): readonly string[] {
  const open = unfinished.filter(({ undecided }) => undecided > 0);
  return open.length === 0 ? [] : [`${formatNumber(open.length)} hồ sơ chưa thẩm định lại xong sẽ chuyển Hội đồng thẩm định với kết quả thẩm định lần 1: ${named(open)}.`];
}

/** Who may explain, and who need not. */
export function differencesInWords(explaining: number, agreeing: number): readonly string[] {
  return [
    ...(explaining > 0 ? [`${formatNumber(explaining)} hồ sơ có tiêu chí bị giảm điểm sẽ được mở để giải trình.`] : []),
    ...(agreeing > 0 ? [`${formatNumber(agreeing)} hồ sơ không bị giảm điểm không cần giải trình.`] : []),
  ];
}

const MOVED: Readonly<Record<string, string>> = {
  preliminary: 'hồ sơ không còn nội dung chờ Hội đồng thẩm định sẽ được kết luận; cơ quan xem được kết quả của mình.',
};

/** What opening a phase in which nobody has to be asked does to `count` assessments. */
export function movedInWords(phase: string, count: number): readonly string[] {
  const words = MOVED[phase];
  return words && count > 0 ? [`${formatNumber(count)} ${words}`] : [];
}
