import { ANSWER_FIELDS, type AnswerContent, type AnswerField, sameValue, withField } from './answer-content';
import type { CombineAnswers } from './autosave-combine';

/** Three contents of one criterion: where the edit began, what it became here, what it became elsewhere. */
export interface Meeting {
  readonly base: AnswerContent;
  readonly mine: AnswerContent;
  readonly theirs: AnswerContent;
  /** What was sent from here without an answer. Where it stands on the other side, it is mine and no change of somebody else. */
  readonly sent: readonly AnswerContent[];
  /** How two changes of the figures themselves come together; left out, they never do. */
  readonly combine?: CombineAnswers;
}

export interface Merged {
  /** Fields that only the other side changed come from there; figures of which each changed a part hold both; all others are mine. */
  readonly content: AnswerContent;
  /** Where the edit begins now: theirs, but for the fields still in conflict. */
  readonly base: AnswerContent;
  /** Changed on both sides, and differently: only a person can choose. */
  readonly conflicts: readonly AnswerField[];
  /** Came from the other side, whole or in part. */
  readonly taken: readonly AnswerField[];
}

/** Brings both sides together field by field, and never chooses where both have changed the same. */
export function mergeContents(meeting: Meeting): Merged {
  const { mine, theirs } = meeting;
  const base = withoutOwn(meeting);
  const changed = (side: AnswerContent, field: AnswerField) => !sameValue(side[field], base[field]);
  const apart = ANSWER_FIELDS.filter((field) => changed(mine, field) && changed(theirs, field) && !sameValue(mine[field], theirs[field]));
  const answer = apart.includes('answer') ? meeting.combine?.({ base: base.answer, mine: mine.answer, theirs: theirs.answer, sent: meeting.sent.map((content) => content.answer) }) : undefined;
  const conflicts = apart.filter((field) => field !== 'answer' || answer === undefined);
  const taken = ANSWER_FIELDS.filter((field) => !changed(mine, field) && changed(theirs, field));
  const content = taken.reduce((merged, field) => withField(merged, field, theirs), mine);
  return {
    content: answer === undefined ? content : { ...content, answer },
    base: conflicts.reduce((merged, field) => withField(merged, field, base), theirs),
    conflicts,
    taken: answer === undefined || sameValue(answer, mine.answer) ? taken : ['answer', ...taken],
  };
}

/** What was sent from here and has arrived is no change of the other side. */
function withoutOwn({ base, theirs, sent }: Meeting): AnswerContent {
  const own = ANSWER_FIELDS.filter((field) => sent.some((content) => sameValue(content[field], theirs[field])));
  return own.reduce((content, field) => withField(content, field, theirs), base);
}
