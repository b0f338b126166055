import type { FieldError } from '@par-index/contract';
import type { SetHead } from './cycle.repository';

/** What is wrong with the sets that are chosen for a year: unknown ones, replaced ones, those of a later year, two for one group. One of an earlier year is issued again. */
export function chosenSetErrors(chosen: readonly (SetHead | undefined)[], year: number): readonly FieldError[] {
  return chosen.flatMap((head, at) => {
    const detail = refusalOf(head, chosen.slice(0, at), year);
    return detail === null ? [] : [{ pointer: `/criteriaSetIds/${at}`, code: 'cycle.set-invalid', detail }];
  });
}

function refusalOf(head: SetHead | undefined, before: readonly (SetHead | undefined)[], year: number): string | null {
  if (!head) {
    return 'Không có bộ tiêu chí này. Hãy chọn trong danh sách.';
  }
  if (head.state !== 'published' && head.state !== 'frozen') {
    return `Phiên bản ${head.versionNumber} của «${head.title}» đã được thay. Hãy chọn phiên bản mới nhất.`;
  }
  if (head.year > year) {
    return `«${head.title}» là bộ tiêu chí của năm ${head.year}, sau năm ${year}. Hãy chọn bộ khác.`;
  }
  return before.some((other) => other?.groupCode === head.groupCode) ? 'Nhóm cơ quan này đã có một bộ tiêu chí ở trên. Hãy chọn mỗi nhóm một bộ.' : null;
}
