import type { Answer } from '../model/answer';
import type { CompiledSet } from '../model/compiled-set';
import type { ExactValue, LeafTrace } from '../model/trace';

/** What a leaf's explanation needs from outside its answer. */
export interface ExplanationContext {
  /** The best v among the agencies scored together, for a `relative` leaf; see `bestOfRelative`. */
  readonly best?: ExactValue;
  /** The codes that the agency is exempt from. */
  readonly exempt?: readonly string[];
}

export function explainLeaf(_set: CompiledSet, _code: string, _answer: Answer | null, _context: ExplanationContext = {}): LeafTrace {
  throw new Error('Not written yet');
}
