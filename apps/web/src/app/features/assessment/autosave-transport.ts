import type { AnswerView } from '@par-index/contract';
import { type Refusal, type RefusalCode } from '../../platform/problem/refusal';
import { standingOf } from './answer-content';
import type { SaveOutcome } from './autosave-ports';

/** Not this answer's fault: the same request may be taken later. */
const WORTH_ANOTHER_TRY: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'network.unreachable',
  'server.failed',
  'server.stopping',
  'server.database-unavailable',
]);

/** Whoever is signed in now is nobody, or somebody else. */
const OTHER_SESSION: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['access.unauthenticated', 'request.csrf']);

/** What a refused save means for what was typed. */
export function outcomeOf(refusal: Refusal): SaveOutcome {
  const { code, detail: reason, problem } = refusal;
  if (code === 'record.version-stale') {
    return { kind: 'stale', current: standingOf(problem?.current as AnswerView | null | undefined) };
  }
  if (OTHER_SESSION.has(code)) {
    return { kind: 'signed-out', reason };
  }
  if (WORTH_ANOTHER_TRY.has(code)) {
    return { kind: 'unreachable', reason };
  }
  return { kind: 'refused', reason: [reason, ...refusal.fields.map(({ detail }) => detail)].join(' ') };
}
