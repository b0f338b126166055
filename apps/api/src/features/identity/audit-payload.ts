import type { AuditEventName, AuditEventView } from '@par-index/contract';

type Payload = AuditEventView['payload'];

/**
 * What tells of a score in a line of the log: figures, points, and why they were changed. Whoever reads the log administers, and scores
 * nothing; for them the log says who did what to which criterion, and when. The agency itself and the appraisers read the rest where it
 * stands: in the history of an answer and in the layers of a criterion.
 */
const OF_A_SCORE: Readonly<Partial<Record<AuditEventName, readonly string[]>>> = {
  'answer.saved': ['before', 'after', 'points'],
  'appraisal.decided': ['before', 'after', 'reason'],
  'council.proposed': ['points', 'reason'],
  'council.item-closed': ['points', 'reason'],
  'council.blind-compared': ['gap', 'within'],
  'base-figure.entered': ['before', 'after', 'reason'],
};

const hiddenIn = (event: string): readonly string[] => (Object.hasOwn(OF_A_SCORE, event) ? (OF_A_SCORE[event as AuditEventName] ?? []) : []);

export function withoutScore(event: string, payload: Payload): Payload {
  const hidden = hiddenIn(event);
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !hidden.includes(name)));
}

/** The same in SQL, over `audit_event e`: what may be searched is what is shown. */
export const SHOWN_PAYLOAD = `case e.event ${Object.entries(OF_A_SCORE)
  .map(([event, names]) => `when '${event}' then e.payload - array[${names.map((name) => `'${name}'`).join(', ')}]`)
  .join(' ')} else e.payload end`;
