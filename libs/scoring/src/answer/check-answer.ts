import type { CompiledSet } from '../model/compiled-set';
import type { Finding } from '../model/finding';

export function checkAnswer(_set: CompiledSet, _code: string, _answer: unknown): readonly Finding[] {
  throw new Error('Not written yet');
}
