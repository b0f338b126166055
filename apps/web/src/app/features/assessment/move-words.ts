import { ASSESSMENT_TRANSITIONS, type AssessmentAction } from '@par-index/contract';

/** The moves that are made on this page, the next one first. The appraisal and the explanation have pages of their own. */
const HERE = ['send', 'submit', 'return', 'withdraw', 'reopen'] as const satisfies readonly AssessmentAction[];
type MoveHere = (typeof HERE)[number];

export interface OfferedMove {
  readonly action: MoveHere;
  readonly verb: string;
  readonly reasoned: boolean;
  /** Whether nothing may be missing. */
  readonly complete: boolean;
}

interface MoveText {
  readonly verb: string;
  readonly title: string;
  readonly body: string;
  readonly reason: string;
  readonly done: string;
}

export const MOVE_WORDS: Readonly<Record<MoveHere, MoveText>> = {
  'send': {
    verb: $localize`Gửi lãnh đạo`,
    title: $localize`Gửi hồ sơ cho lãnh đạo cơ quan?`,
    body: $localize`Sau khi gửi, số liệu khóa lại cho đến khi lãnh đạo ký gửi hoặc trả lại.`,
    reason: '',
    done: $localize`Đã gửi lãnh đạo.`,
  },
  'submit': {
    verb: $localize`Ký gửi`,
    title: $localize`Ký gửi hồ sơ tự đánh giá?`,
    body: $localize`Hồ sơ được chuyển tới cơ quan thẩm định. Cơ quan không sửa được nữa, trừ khi Sở Nội vụ mở lại.`,
    reason: '',
    done: $localize`Đã ký gửi hồ sơ.`,
  },
  'return': {
    verb: $localize`Trả lại`,
    title: $localize`Trả hồ sơ lại cho cán bộ?`,
    body: $localize`Cán bộ đầu mối sửa tiếp được và đọc lý do này.`,
    reason: $localize`Lý do trả lại`,
    done: $localize`Đã trả hồ sơ lại cho cán bộ.`,
  },
  'withdraw': {
    verb: $localize`Rút lại`,
    title: $localize`Rút hồ sơ đã gửi lãnh đạo?`,
    body: $localize`Cán bộ đầu mối sửa tiếp được và phải gửi lãnh đạo lại.`,
    reason: $localize`Lý do rút lại`,
    done: $localize`Đã rút hồ sơ về để sửa.`,
  },
  'reopen': {
    verb: $localize`Mở lại hồ sơ`,
    title: $localize`Mở lại hồ sơ đã nộp?`,
    body: $localize`Cơ quan sửa tiếp được cho đến hạn của mình và phải ký gửi lại.`,
    reason: $localize`Lý do mở lại`,
    done: $localize`Đã mở lại hồ sơ.`,
  },
};

const COMPLETE: readonly MoveHere[] = ['send', 'submit'];

export function offeredMoves(open: readonly AssessmentAction[]): readonly OfferedMove[] {
  return HERE.filter((action) => open.includes(action)).map((action) => ({
    action,
    verb: MOVE_WORDS[action].verb,
    reasoned: ASSESSMENT_TRANSITIONS[action].reasonRequired,
    complete: COMPLETE.includes(action),
  }));
}
