import type { RuleKind } from '@par-index/scoring';

export interface RuleKindWords {
  readonly kind: RuleKind;
  readonly name: string;
  /** When it is the right one, in the words of decisions. */
  readonly hint: string;
}

/** The nine kinds of rule, the most frequent first. */
export const RULE_KINDS: readonly RuleKindWords[] = [
  { kind: 'choice', name: $localize`Chọn một mức`, hint: $localize`«Đạt: 1; không đạt: 0». Cơ quan chọn một trong các phương án có điểm sẵn.` },
  { kind: 'bands', name: $localize`Theo khoảng giá trị`, hint: $localize`«Trên 90%: 2; từ 70% đến 90%: 1; dưới 70%: 0». Số liệu rơi vào khoảng nào thì được điểm của khoảng đó.` },
  { kind: 'proportional', name: $localize`Theo tỷ lệ`, hint: $localize`«Tỷ lệ × 2,5; dưới 80%: 0». Điểm tăng đều theo số liệu.` },
  { kind: 'checklist', name: $localize`Đánh dấu các nội dung đạt`, hint: $localize`Mỗi nội dung đạt được cộng điểm, hoặc phải đạt tất cả.` },
  { kind: 'tally', name: $localize`Đếm số lần`, hint: $localize`«Mỗi báo cáo chậm trừ 0,25» hoặc «mỗi sáng kiến cộng 0,5».` },
  { kind: 'relative', name: $localize`So với cơ quan cao nhất`, hint: $localize`Cơ quan có số liệu cao nhất được điểm tối đa, cơ quan khác theo tỷ lệ với nó.` },
  { kind: 'bestOf', name: $localize`Lấy trường hợp cao nhất`, hint: $localize`Có nhiều trường hợp, mỗi trường hợp tính một cách; lấy điểm cao nhất.` },
  { kind: 'direct', name: $localize`Chấm điểm trực tiếp`, hint: $localize`Người chấm ghi thẳng số điểm, không có công thức.` },
  { kind: 'survey', name: $localize`Kết quả khảo sát`, hint: $localize`Điểm theo tỷ lệ hài lòng của các phiếu khảo sát.` },
];

export const isRuleKind = (kind: string): kind is RuleKind => RULE_KINDS.some((one) => one.kind === kind);
