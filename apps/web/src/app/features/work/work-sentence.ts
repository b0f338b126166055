import type { WorkItem } from '@par-index/contract';
import { numberInWords } from '../../ui/format/number-words';
import type { IconName } from '../../ui/icon/icon-paths';

/** One line of the list: what is to be done, why, and where. */
export interface WorkSentence {
  readonly what: string;
  readonly why: string | null;
  readonly path: readonly string[];
  readonly icon: IconName;
}

type Writer<K extends WorkItem['kind']> = (item: Extract<WorkItem, { kind: K }>) => WorkSentence;

const WRITERS: { readonly [K in WorkItem['kind']]: Writer<K> } = {
  'self-assess': (item) => ({
    what: selfAssessWords(item),
    why: item.details.reason ? $localize`Lý do trả lại: ${item.details.reason}:reason:` : null,
    path: ['/assessments', item.assessmentId ?? ''],
    icon: 'assessment',
  }),
  'sign-off': (item) => ({
    what:
      item.details.state === 'awaiting-head'
        ? $localize`Xem và ký duyệt hồ sơ tự đánh giá của ${item.agencyName}:agency:`
        : $localize`Hồ sơ tự đánh giá của ${item.agencyName}:agency: đang được cán bộ đầu mối hoàn thiện`,
    why: null,
    path: ['/assessments', item.assessmentId ?? ''],
    icon: 'sign-off',
  }),
  'appraise': (item) => ({
    what: $localize`Thẩm định ${numberInWords(item.details.left)}:left: tiêu chí của ${numberInWords(item.details.agencies)}:agencies: cơ quan`,
    why: null,
    path: ['/appraisals'],
    icon: 'appraisal',
  }),
  'explain': (item) => ({
    what:
      item.details.questions > 0
        ? $localize`Giải trình kết quả thẩm định của ${item.agencyName}:agency:: còn ${numberInWords(item.details.questions)}:questions: câu hỏi chưa trả lời`
        : $localize`Giải trình kết quả thẩm định của ${item.agencyName}:agency:`,
    why: $localize`Không nộp trong hạn được hiểu là đồng ý.`,
    path: ['/explanations', item.assessmentId ?? ''],
    icon: 'comment',
  }),
  'sign-off-explanation': (item) => ({
    what:
      item.details.explained > 0
        ? $localize`Xem và ký nộp giải trình của ${item.agencyName}:agency:: ${numberInWords(item.details.explained)}:explained: tiêu chí`
        : $localize`Xem kết quả thẩm định của ${item.agencyName}:agency: và ký nộp giải trình hoặc đồng ý`,
    why: null,
    path: ['/explanations', item.assessmentId ?? ''],
    icon: 'sign-off',
  }),
  'reappraise': (item) => ({
    what: $localize`Thẩm định lại ${numberInWords(item.details.left)}:left: tiêu chí được giải trình của ${numberInWords(item.details.agencies)}:agencies: cơ quan`,
    why: null,
    path: ['/appraisals'],
    icon: 'appraisal',
  }),
  'file-petitions': (item) => ({
    what: $localize`Xem và ký nộp kiến nghị của ${item.agencyName}:agency:: ${numberInWords(item.details.count)}:count: tiêu chí`,
    why: null,
    path: ['/petitions', item.assessmentId ?? ''],
    icon: 'sign-off',
  }),
  'answer-petitions': (item) => ({
    what: $localize`Trả lời ${numberInWords(item.details.count)}:count: kiến nghị về kết quả sơ bộ`,
    why: $localize`Kết quả chưa công bố được khi còn kiến nghị chưa trả lời.`,
    path: ['/petitions'],
    icon: 'comment',
  }),
  'decide-survey-proposals': (item) => ({
    what: $localize`Quyết định ${numberInWords(item.details.count)}:count: đề xuất điểm từ khảo sát`,
    why: $localize`Kết quả chưa công bố được khi còn đề xuất chưa quyết định.`,
    path: ['/surveys'],
    icon: 'result',
  }),
  'vote': (item) => ({
    what: $localize`Biểu quyết ${numberInWords(item.details.left)}:left: nội dung của Hội đồng thẩm định`,
    why: null,
    path: ['/council', item.cycleId],
    icon: 'council',
  }),
  'appraise-blind': (item) => ({
    what: $localize`Thẩm định độc lập ${numberInWords(item.details.left)}:left: nội dung của Hội đồng thẩm định`,
    why: $localize`Biểu quyết mở khi cả hai thành viên được giao đã gửi kết quả.`,
    path: ['/council', item.cycleId, 'blind'],
    icon: 'council',
  }),
  'oversee': (item) => ({
    what: $localize`Theo dõi kỳ đánh giá: ${numberInWords(item.details.notSubmitted)}:notSubmitted: hồ sơ chưa nộp, ${numberInWords(item.details.undecided)}:undecided: tiêu chí chưa thẩm định`,
    why: null,
    path: ['/cycles', item.cycleId],
    icon: 'cycle',
  }),
  'read-results': (item) => ({
    what: item.details.provisional ? $localize`Xem kết quả tạm tính và xếp hạng` : $localize`Xem kết quả đã công bố và xếp hạng`,
    why: null,
    path: ['/results'],
    icon: 'result',
  }),
};

/** The line of one piece of work in words, with its link. */
export function workSentence(item: WorkItem): WorkSentence {
  return (WRITERS[item.kind] as Writer<typeof item.kind>)(item as never);
}

function selfAssessWords(item: Extract<WorkItem, { kind: 'self-assess' }>): string {
  if (item.details.state !== 'drafting') {
    return $localize`Hồ sơ tự đánh giá của ${item.agencyName}:agency: đang chờ lãnh đạo cơ quan duyệt`;
  }
  return item.details.left === 0
    ? $localize`Gửi lãnh đạo hồ sơ tự đánh giá của ${item.agencyName}:agency: (đã làm đủ)`
    : $localize`Hoàn thành tự đánh giá của ${item.agencyName}:agency:: còn ${item.details.left}:left: tiêu chí`;
}
