import type { MissingItem } from '@par-index/contract';
import type { Answer, CompiledLeaf, CompiledSet, RunningTotals } from '@par-index/scoring';

/** What an agency has stated for one criterion, as far as completeness depends on it. */
export interface DeclaredAnswer {
  readonly code: string;
  readonly answer: Answer | null;
  /** Decimal text; null without an answer and while a `relative` rule waits. */
  readonly points: string | null;
  readonly note: string;
  readonly evidenceExplanation: string;
}

export interface Declaration {
  readonly answers: readonly DeclaredAnswer[];
  /** Codes under which a document stands that is a file, a link or a number. */
  readonly evidenced: ReadonlySet<string>;
  readonly exempt: readonly string[];
}

/**
 * What stands between here and sending, in document order. A scored criterion without figures is missing unless a note says why
 * (decision 0005; bonus criteria are never required); required evidence is missing where the answer gives points, or may give some
 * after consolidation, and neither a document nor a written explanation stands there.
 */
export function missingItemsOf(set: CompiledSet, totals: Pick<RunningTotals, 'missing'>, declaration: Declaration): readonly MissingItem[] {
  const answers = new Map(declaration.answers.map((answer) => [answer.code, answer]));
  const unanswered = new Set(totals.missing);
  const exempt = new Set(declaration.exempt);
  return set.leaves.flatMap((leaf): readonly MissingItem[] => {
    const answer = answers.get(leaf.code);
    if (unanswered.has(leaf.code) && !isFilled(answer?.note)) {
      return [{ code: leaf.code, kind: 'answer' }];
    }
    const lacksEvidence = needsEvidence(leaf, answer) && !declaration.evidenced.has(leaf.code) && !isExempt(leaf, exempt);
    return lacksEvidence ? [{ code: leaf.code, kind: 'evidence' }] : [];
  });
}

/** Whether the code itself or one above it is among the exempt ones. */
export function isExempt(leaf: Pick<CompiledLeaf, 'code' | 'path'>, exempt: ReadonlySet<string>): boolean {
  return exempt.has(leaf.code) || leaf.path.some((code) => exempt.has(code));
}

function needsEvidence(leaf: CompiledLeaf, answer: DeclaredAnswer | undefined): boolean {
  if (!leaf.evidenceRequired || leaf.source !== 'self' || !answer?.answer || isFilled(answer.evidenceExplanation)) {
    return false;
  }
  return answer.points === null ? leaf.rule.kind === 'relative' && !('notApplicable' in answer.answer) : !isZero(answer.points);
}

const isFilled = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** Decimal text that is nought: `0`, `0.0000`, `-0.0`. */
const isZero = (points: string): boolean => /^-?0*(\.0*)?$/.test(points);
