import type { DifferenceKind, ExplanationOutcome } from '@par-index/contract';
import type { IconName } from '../icon/icon-paths';
import type { Tone } from '../words/state-words';

/** How a state looks: its word first, then its shape and its colour. */
export interface OutcomeLook {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

export const OUTCOME_LOOKS: Readonly<Record<ExplanationOutcome, OutcomeLook>> = {
  explained: { words: $localize`đã giải trình`, icon: 'comment', tone: 'partial' },
  agreed: { words: $localize`đồng ý`, icon: 'complete', tone: 'full' },
  silent: { words: $localize`không giải trình trong hạn, coi như đồng ý`, icon: 'clock', tone: 'neutral' },
};

/** Why a criterion is in the list of differences. */
export const KIND_WORDS: Readonly<Record<DifferenceKind, string>> = {
  lowered: $localize`giảm điểm`,
  short: $localize`chưa đạt điểm tối đa`,
  deducted: $localize`bị trừ điểm`,
  asked: $localize`có câu hỏi`,
};
