import type { Answer } from '../model/answer';
import type { CompiledSet } from '../model/compiled-set';
import type { LeafScore } from '../model/leaf-score';

export function scoreLeaf(_set: CompiledSet, _code: string, _answer: Answer | null): LeafScore {
  throw new Error('Not written yet');
}
