import type { LineageKind } from '@par-index/contract';

export const LINEAGE_WORDS: Readonly<Record<LineageKind, string>> = {
  merge: $localize`Sáp nhập`,
  split: $localize`Chia tách`,
  rename: $localize`Đổi tên`,
};
