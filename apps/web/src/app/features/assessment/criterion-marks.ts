import type { MissingItem } from '@par-index/contract';
import type { CompiledLeaf, CompiledSet } from '@par-index/scoring';
import type { TreeFilter, TreeMark } from '../../ui/criteria-tree/tree-mark';
import type { AnswerContent } from './answer-content';
import type { SaveState } from './autosave-ports';

/** What the tree needs to know to say how each criterion stands. */
export interface Standing {
  readonly set: CompiledSet;
  readonly missing: readonly MissingItem[];
  readonly exempt: ReadonlySet<string>;
  contentOf(code: string): AnswerContent;
  stateOf(code: string): SaveState;
}

export type MarkKind = 'conflict' | 'unsent' | 'half' | 'exempt' | 'survey' | 'appraiser' | 'imported' | 'todo' | 'evidence' | 'relative' | 'noted' | 'open' | 'done';

const LOOKS: Readonly<Record<MarkKind, TreeMark>> = {
  conflict: { icon: 'conflict', words: $localize`Xung đột: hai người cùng sửa`, tone: 'late' },
  unsent: { icon: 'offline', words: $localize`Chưa gửi được`, tone: 'partial' },
  half: { icon: 'draft', words: $localize`Nhập dở, chưa đủ để tính điểm`, tone: 'partial' },
  exempt: { icon: 'block', words: $localize`Được miễn`, tone: 'neutral' },
  survey: { icon: 'waiting', words: $localize`Lấy từ khảo sát`, tone: 'neutral', insteadOfPoints: $localize`khảo sát` },
  appraiser: { icon: 'waiting', words: $localize`Người thẩm định chấm`, tone: 'neutral', insteadOfPoints: $localize`thẩm định` },
  imported: { icon: 'waiting', words: $localize`Lấy từ nguồn ngoài`, tone: 'neutral', insteadOfPoints: $localize`nguồn ngoài` },
  todo: { icon: 'empty', words: $localize`Chưa làm`, tone: 'neutral', insteadOfPoints: '–' },
  evidence: { icon: 'attach', words: $localize`Thiếu tài liệu kiểm chứng`, tone: 'partial' },
  relative: { icon: 'waiting', words: $localize`Chờ tổng hợp`, tone: 'neutral', insteadOfPoints: $localize`chờ tổng hợp` },
  noted: { icon: 'comment', words: $localize`Không có số liệu, có thuyết minh`, tone: 'neutral' },
  open: { icon: 'empty', words: $localize`Không bắt buộc, chưa khai`, tone: 'neutral', insteadOfPoints: '–' },
  done: { icon: 'check', words: $localize`Xong`, tone: 'full' },
};

/** The one thing worth saying of a criterion, most urgent first. */
export function markKindOf(leaf: CompiledLeaf, standing: Standing): MarkKind {
  if (standing.exempt.has(leaf.code) || leaf.path.some((code) => standing.exempt.has(code))) {
    return 'exempt';
  }
  if (leaf.source !== 'self') {
    return leaf.source;
  }
  const state = standing.stateOf(leaf.code);
  if (state === 'conflict') {
    return 'conflict';
  }
  if (state === 'unsent' || state === 'held') {
    return 'unsent';
  }
  return state === 'half' ? 'half' : contentMark(leaf, standing);
}

function contentMark(leaf: CompiledLeaf, { missing, contentOf }: Standing): MarkKind {
  const { answer, note } = contentOf(leaf.code);
  if (answer === null) {
    return note.trim() === '' ? (leaf.section === 'scored' ? 'todo' : 'open') : 'noted';
  }
  if (missing.some(({ code, kind }) => code === leaf.code && kind === 'evidence')) {
    return 'evidence';
  }
  return leaf.rule.kind === 'relative' && !('notApplicable' in answer) ? 'relative' : 'done';
}

export function marksOf(standing: Standing): Readonly<Record<string, TreeMark>> {
  return Object.fromEntries(standing.set.leaves.map((leaf) => [leaf.code, LOOKS[markKindOf(leaf, standing)]]));
}

/** The filters above the tree; one that would keep nothing is not offered. */
export function filtersOf(standing: Standing): readonly TreeFilter[] {
  const kinds = standing.set.leaves.map((leaf) => ({ code: leaf.code, kind: markKindOf(leaf, standing) }));
  const codes = (wanted: readonly MarkKind[]) => new Set(kinds.filter(({ kind }) => wanted.includes(kind)).map(({ code }) => code));
  return [
    { id: 'todo', label: $localize`Chưa làm`, codes: codes(['todo']) },
    { id: 'evidence', label: $localize`Thiếu TLKC`, codes: codes(['evidence']) },
    { id: 'unsent', label: $localize`Chưa gửi được`, codes: codes(['unsent', 'conflict']) },
    { id: 'half', label: $localize`Nhập dở`, codes: codes(['half']) },
    { id: 'done', label: $localize`Xong`, codes: codes(['done', 'relative', 'noted']) },
  ].filter((filter) => filter.codes.size > 0);
}
