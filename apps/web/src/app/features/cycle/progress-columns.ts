import type { ProgressRow } from '@par-index/contract';
import type { Column } from '../../ui/data-table/table-order';

/** Who is where: state, what has been declared and decided, when it was submitted. */
export function progressColumns(): readonly Column<ProgressRow>[] {
  return [
    { id: 'agency', head: $localize`Cơ quan`, wide: true, value: ({ agency }) => agency.name },
    { id: 'state', head: $localize`Hồ sơ`, value: ({ state }) => state, oneLine: true },
    { id: 'answered', head: $localize`Đã kê khai`, align: 'number', text: ({ answered, toAnswer }) => `${answered}/${toAnswer}`, value: ({ answered, toAnswer }) => share(answered, toAnswer), from: 600 },
    { id: 'decided', head: $localize`Đã thẩm định`, align: 'number', text: ({ decided, toDecide }) => `${decided}/${toDecide}`, value: ({ decided, toDecide }) => share(decided, toDecide), from: 600 },
    { id: 'submitted', head: $localize`Nộp lúc`, value: ({ submittedAt }) => submittedAt, oneLine: true, from: 900 },
    { id: 'extension', head: $localize`Gia hạn, miễn`, from: 1200 },
    { id: 'actions', head: $localize`Thao tác`, oneLine: true },
  ];
}

/** For sorting only: a share of work done, never a figure of the index. */
function share(done: number, all: number): number {
  return all === 0 ? 1 : done / all;
}
