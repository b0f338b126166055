import type { AppraisalSummary } from '@par-index/contract';
import type { Column } from '../../ui/data-table/table-order';
import { STATE_LOOKS } from '../../ui/words/state-words';

/** Agencies × progress of the reader's own criteria. */
export function agencyColumns(): readonly Column<AppraisalSummary>[] {
  return [
    { id: 'agency', head: $localize`Cơ quan`, value: ({ agency }) => agency.name },
    { id: 'progress', head: $localize`Đã quyết`, value: ({ decided, toDecide }) => (toDecide === 0 ? null : decided / toDecide) },
    { id: 'left', head: $localize`Còn lại`, align: 'number', falling: true, text: leftInWords, value: ({ decided, toDecide }) => toDecide - decided, from: 600 },
    { id: 'explanation', head: $localize`Đề nghị giải trình`, align: 'number', falling: true, text: wantedInWords, value: ({ explanationWanted }) => explanationWanted, from: 1200 },
    { id: 'state', head: $localize`Hồ sơ`, value: ({ state }) => STATE_LOOKS[state].words, from: 600 },
    { id: 'submitted', head: $localize`Nộp lúc`, value: ({ submittedAt }) => submittedAt, from: 1200 },
  ];
}

const leftInWords = ({ decided, toDecide }: AppraisalSummary): string => (toDecide === 0 ? '–' : `${toDecide - decided}`);
const wantedInWords = ({ explanationWanted }: AppraisalSummary): string => (explanationWanted === 0 ? '–' : `${explanationWanted}`);
