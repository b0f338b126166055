import type { DifferenceView, ExplanationView } from '@par-index/contract';
import { numberInWords } from '../../ui/format/number-words';

/** What the head is asked before signing: agreeing to everything is said in so many words. */
export interface SubmissionQuestion {
  readonly title: string;
  readonly body: string;
  readonly verb: string;
  readonly effects: readonly string[];
}

export function submissionQuestion({ differences, window }: Pick<ExplanationView, 'differences' | 'window'>, now: number): SubmissionQuestion {
  const explained = differences.filter(({ explanation }) => explanation?.stance === 'explain');
  const unsaid = differences.filter(({ explanation }) => explanation === null);
  const late = window !== null && now > Date.parse(window.deadlineAt) ? [$localize`Đã quá hạn: giải trình được ghi nhận là nộp muộn.`] : [];
  if (explained.length === 0) {
    return {
      title: $localize`Đồng ý toàn bộ kết quả thẩm định?`,
      body: $localize`Không tiêu chí nào được giải trình. Sau khi nộp, cơ quan không giải trình thêm được nữa.`,
      verb: $localize`Đồng ý toàn bộ kết quả thẩm định`,
      effects: [$localize`${numberInWords(differences.length)}:count: tiêu chí giữ điểm thẩm định lần 1.`, ...late],
    };
  }
  return {
    title: $localize`Ký và nộp giải trình?`,
    body: $localize`Sau khi nộp, nội dung và tài liệu giải trình không sửa được nữa.`,
    verb: $localize`Ký và nộp giải trình`,
    effects: [...explainedEffects(explained), ...agreedEffects(differences.length - explained.length, unsaid.length), ...late],
  };
}

function explainedEffects(explained: readonly DifferenceView[]): readonly string[] {
  const documents = explained.flatMap(({ explanationEvidence }) => explanationEvidence).length;
  return [
    $localize`Giải trình ${numberInWords(explained.length)}:count: tiêu chí: ${explained.map(({ code }) => code).join(', ')}:codes:.`,
    $localize`${numberInWords(documents)}:count: tài liệu giải trình kèm theo.`,
  ];
}

function agreedEffects(agreed: number, unsaid: number): readonly string[] {
  return [
    ...(agreed > 0 ? [$localize`Đồng ý với ${numberInWords(agreed)}:count: tiêu chí còn lại.`] : []),
    ...(unsaid > 0 ? [$localize`Trong đó ${numberInWords(unsaid)}:count: tiêu chí chưa có ý kiến, được hiểu là đồng ý.`] : []),
  ];
}
