import type { Answer, Rule } from '@par-index/scoring';
import { sameValue } from './answer-content';

/** One answer three times: where the edit began, what it became here, what it became elsewhere. */
export interface AnswerSides {
  readonly base: Answer | null;
  readonly mine: Answer | null;
  readonly theirs: Answer | null;
  /** What was sent from here without an answer: a part that stands so on the other side is no change of somebody else. */
  readonly sent?: readonly (Answer | null)[];
}

/** Brings two changes of one answer together; undefined where only a person can choose. */
export type CombineAnswers = (sides: AnswerSides) => Answer | undefined;

/** An answer that is one statement: numerator and denominator, an option, points. */
export const asOneStatement: CombineAnswers = () => undefined;

type Parts = Readonly<Record<string, unknown>>;

/** How the parts of an answer, each a statement of its own, are taken from it and put together again. */
interface Parted {
  readonly ids: readonly string[];
  /** Null where the answer says something of the whole: that nothing is met, that the criterion does not apply. */
  readonly partsOf: (answer: Answer) => Parts | null;
  readonly answerOf: (parts: Parts) => Answer;
  /** Where both sides changed one part, and differently. */
  readonly combinePart: (id: string, sides: AnswerSides) => unknown;
}

/**
 * Ticks of a checklist, rows of a tally and cases of several are statements of their own: what two people said of different ones is
 * brought together. Both of one and the same, a statement about the whole against one about a part, and whatever is one statement by its
 * nature (numerator and denominator) stay for a person to choose.
 */
export function combineBy(rule: Rule): CombineAnswers {
  const parted = partedBy(rule);
  return parted ? (sides) => combineParts(parted, sides) : asOneStatement;
}

function partedBy(rule: Rule): Parted | null {
  switch (rule.kind) {
    case 'checklist':
      return {
        ids: rule.items.map(({ id }) => id),
        partsOf: (answer) => ('checked' in answer && answer.checked.length > 0 ? Object.fromEntries(answer.checked.map((id) => [id, true])) : null),
        answerOf: (parts) => ({ checked: Object.keys(parts) }),
        combinePart: () => undefined,
      };
    case 'tally':
      return {
        ids: rule.items.map(({ id }) => id),
        partsOf: (answer) => ('counts' in answer ? answer.counts : null),
        answerOf: (parts) => ({ counts: parts as Readonly<Record<string, number>> }),
        combinePart: () => undefined,
      };
    case 'bestOf':
      return {
        ids: rule.cases.map(({ id }) => id),
        partsOf: (answer) => ('cases' in answer ? answer.cases : null),
        answerOf: (parts) => ({ cases: parts as Readonly<Record<string, Answer>> }),
        combinePart: (id, sides) => rule.cases.filter((one) => one.id === id).map((one) => combineBy(one.rule)(sides))[0],
      };
    default:
      return null;
  }
}

function combineParts(parted: Parted, { base, mine, theirs, sent = [] }: AnswerSides): Answer | undefined {
  const [began, here, there] = [(base && parted.partsOf(base)) ?? {}, mine && parted.partsOf(mine), theirs && parted.partsOf(theirs)];
  if (!here || !there) {
    return undefined;
  }
  const own = sent.map((answer) => (answer && parted.partsOf(answer)) ?? {});
  const parts = parted.ids.map((id) => {
    const arrived = own.some((part) => part[id] !== undefined && sameValue(part[id], there[id]));
    return [id, combineOne(parted, id, { base: arrived ? there[id] : began[id], mine: here[id], theirs: there[id], own: own.map((part) => part[id]) })] as const;
  });
  const kept = parts.filter(([, part]) => part !== undefined);
  const undecided = parts.some(([, part]) => part === CONFLICT);
  return undecided || kept.length === 0 ? undefined : parted.answerOf(Object.fromEntries(kept));
}

const CONFLICT = Symbol('conflict');

interface PartSides {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly own: readonly unknown[];
}

/** The part that stands afterwards; undefined where it stands no more. */
function combineOne(parted: Parted, id: string, { base, mine, theirs, own }: PartSides): unknown {
  if (sameValue(mine, theirs) || sameValue(theirs, base)) {
    return mine;
  }
  if (sameValue(mine, base)) {
    return theirs;
  }
  const asAnswer = (part: unknown) => (part ?? null) as Answer | null;
  return parted.combinePart(id, { base: asAnswer(base), mine: asAnswer(mine), theirs: asAnswer(theirs), sent: own.map(asAnswer) }) ?? CONFLICT;
}
