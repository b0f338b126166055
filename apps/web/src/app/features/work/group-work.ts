import type { WorkItem, WorkUrgency } from '@par-index/contract';

export interface WorkGroup {
  readonly urgency: WorkUrgency;
  readonly words: string;
  readonly items: readonly WorkItem[];
}

const ORDER: readonly (readonly [WorkUrgency, string])[] = [
  ['late', $localize`Quá hạn`],
  ['returned', $localize`Bị trả lại`],
  ['due', $localize`Cần làm`],
  ['waiting', $localize`Đang chờ người khác`],
];

/** The lines by urgency, the most urgent first; within one the server's order. Groups without a line are left out. */
export function groupWork(items: readonly WorkItem[]): readonly WorkGroup[] {
  return ORDER.map(([urgency, words]) => ({ urgency, words, items: items.filter((item) => item.urgency === urgency) })).filter(
    (group) => group.items.length > 0,
  );
}

/** «1 việc quá hạn, 3 việc cần làm»: what matters before the list is read. */
export function summaryOf(groups: readonly WorkGroup[]): string {
  const counted = groups.filter(({ urgency }) => urgency !== 'waiting').map(({ words, items }) => $localize`${items.length}:count: việc ${words.toLowerCase()}:state:`);
  return counted.length === 0 ? $localize`Không có việc nào đến lượt bạn.` : `${counted.join(', ')}.`;
}
