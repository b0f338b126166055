import type { ChangeKind } from '@par-index/contract';

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  answer: $localize`số liệu, thuyết minh`,
  evidence: $localize`tài liệu kiểm chứng`,
  figure: $localize`số liệu khảo sát, nguồn ngoài`,
  exemption: $localize`miễn tiêu chí`,
};

/** What of a criterion changed, as one phrase; empty where nothing did. */
export const changeInWords = (kinds: readonly ChangeKind[]): string => kinds.map((kind) => KIND_WORDS[kind]).join(', ');
