import { ANSWER_FIELDS, type AnswerContent, type AnswerField, sameValue, withField } from './answer-content';

/** Three contents of one criterion: where the edit began, what it became here, what it became elsewhere. */
export interface Meeting {
  readonly base: AnswerContent;
  readonly mine: AnswerContent;
  readonly theirs: AnswerContent;
  /** What was sent from here without an answer. Where it stands on the other side, it is mine and no change of somebody else. */
  readonly sent: readonly AnswerContent[];
}

export interface Merged {
  /** Fields that only the other side changed come from there; all others are mine. */
  readonly content: AnswerContent;
  /** Where the edit begins now: theirs, but for the fields still in conflict. */
  readonly base: AnswerContent;
  /** Changed on both sides, and differently: only a person can choose. */
  readonly conflicts: readonly AnswerField[];
  /** Came from the other side. */
  readonly taken: readonly AnswerField[];
}

/** Brings both sides together field by field, and never chooses where both have changed. */
export function mergeContents({ base: began, mine, theirs, sent }: Meeting): Merged {
  const base = ANSWER_FIELDS.filter((field) => sent.some((content) => sameValue(content[field], theirs[field]))).reduce(
    (content, field) => withField(content, field, theirs),
    began,
  );
  const changed = (side: AnswerContent, field: AnswerField) => !sameValue(side[field], base[field]);
  const agree = (field: AnswerField) => sameValue(mine[field], theirs[field]);
  const conflicts = ANSWER_FIELDS.filter((field) => changed(mine, field) && changed(theirs, field) && !agree(field));
  const taken = ANSWER_FIELDS.filter((field) => !changed(mine, field) && changed(theirs, field));
  return {
    content: taken.reduce((content, field) => withField(content, field, theirs), mine),
    base: conflicts.reduce((content, field) => withField(content, field, base), theirs),
    conflicts,
    taken,
  };
}
