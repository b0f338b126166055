import { type AnswerContent, type AnswerField, sameContent, sameValue, type StandingAnswer, withField } from './answer-content';
import type { CombineAnswers } from './autosave-combine';
import { type AnswerEdit, halfAfter, halfMet, halfSetAside } from './autosave-half';
import { mergeContents } from './autosave-merge';
import type { AnswerConflictStanding, AnswerDraft, HalfTyping, SetAside } from './autosave-ports';

/** What is typed at one criterion, what the server has, and what lies between them. Values alone: nothing is sent or kept from here. */
export interface AnswerStanding {
  readonly server: StandingAnswer;
  readonly content: AnswerContent;
  /** What the edit began from, in the version that is sent with it. */
  readonly base: AnswerContent;
  readonly baseVersion: number;
  /** Sent without an answer so far. */
  readonly sent: readonly AnswerContent[];
  readonly conflict: AnswerConflictStanding | null;
  readonly setAside: readonly SetAside[];
  readonly taken: readonly AnswerField[];
  readonly half: HalfTyping | null;
  /** A half that has become whole, and the answer of somebody else that came meanwhile: they have yet to meet. */
  readonly overtaken: HalfTyping['over'];
  /** Something was typed by half on this page. */
  readonly typedHere: boolean;
}

export const beginStanding = (server: StandingAnswer): AnswerStanding => ({
  ...{ server, content: server.content, base: server.content, baseVersion: server.version },
  ...{ sent: [], conflict: null, setAside: [], taken: [], half: null, overtaken: null, typedHere: false },
});

/** Whether something typed is not what the server has. */
export const isDirty = ({ sent, content, base }: AnswerStanding): boolean => sent.length > 0 || !sameContent(content, base);

/** Whether there is something to keep in the browser although the server has everything. */
export const leavesSomething = ({ setAside, half }: AnswerStanding): boolean => setAside.length > 0 || half !== null;

export const draftOf = ({ content, base, baseVersion, sent, setAside, half }: AnswerStanding): AnswerDraft => ({ content, base, baseVersion, sent, setAside, half });

export function edited(standing: AnswerStanding, edit: AnswerEdit): AnswerStanding {
  const { half, ...change } = edit;
  return {
    ...standing,
    typedHere: standing.typedHere || Boolean(half),
    overtaken: 'answer' in change ? (standing.half?.over ?? standing.overtaken) : standing.overtaken,
    half: halfAfter(standing.half, edit),
    content: { ...standing.content, ...change },
    taken: standing.taken.filter((field) => !(field in change)),
  };
}

/** With what was kept by a page that is gone in the place of what stands here. */
export function adopted(standing: AnswerStanding, { content, base, baseVersion, sent, setAside, half = null }: AnswerDraft): AnswerStanding {
  const [kept, lost] = standing.typedHere ? [standing.half, half] : [half ?? standing.half, standing.half];
  const aside = [...setAside, ...halfSetAside(lost, kept, content)].filter((item) => !standing.setAside.some((known) => sameValue(known, item)));
  // What was read is older than what the draft began from: a copy that this browser kept.
  const server = baseVersion > standing.server.version ? { content: base, version: baseVersion, updatedAt: null, updatedBy: null } : standing.server;
  return { ...standing, server, content, base, baseVersion, sent, half: kept, setAside: [...standing.setAside, ...aside] };
}

export const sending = (standing: AnswerStanding): AnswerStanding => {
  const { content } = standing;
  return { ...standing, sent: [...standing.sent.filter((one) => !sameContent(one, content)), content] };
};

/** The last sending was answered: it did not arrive. */
export const refused = (standing: AnswerStanding): AnswerStanding => ({ ...standing, sent: standing.sent.slice(0, -1) });

/** Fields typed since the sending stay as they are; the others are what the server has made of them. */
export function acknowledged(standing: AnswerStanding, server: StandingAnswer, sent: AnswerContent): AnswerStanding {
  const { taken } = mergeContents({ base: sent, mine: standing.content, theirs: server.content, sent: [] });
  const content = taken.reduce((mine, field) => withField(mine, field, server.content), standing.content);
  return { ...standing, content, server, base: server.content, baseVersion: server.version, sent: [] };
}

/** What somebody else has changed comes together with what was typed here, field by field; where both changed one, a conflict stands. */
export function met(standing: AnswerStanding, theirs: StandingAnswer, combine: CombineAnswers): AnswerStanding {
  const { content, base, conflicts, taken } = mergeContents({ base: standing.base, mine: standing.content, theirs: theirs.content, sent: standing.sent, combine });
  const together: AnswerStanding = { ...standing, half: halfMet(standing.half, standing.base, taken), server: theirs, content, base, sent: [] };
  const seen = isDirty(together) ? [...new Set([...standing.taken, ...taken])] : [];
  return conflicts.length > 0
    ? { ...together, taken: seen, conflict: { fields: conflicts, theirs } }
    : { ...together, taken: seen, conflict: null, baseVersion: theirs.version };
}

/** What was typed over an answer that somebody else has changed meanwhile meets that change once it is whole. */
export function metOvertaken(standing: AnswerStanding, combine: CombineAnswers): AnswerStanding {
  const { overtaken, base, server } = standing;
  return overtaken === null ? standing : met({ ...standing, base: { ...base, answer: overtaken.answer }, overtaken: null }, server, combine);
}

/** With one side of a field that is in conflict chosen and the other set aside. */
export function resolved(standing: AnswerStanding, { fields, theirs }: AnswerConflictStanding, choice: { readonly field: AnswerField; readonly side: SetAside['side'] }): AnswerStanding {
  const { field, side } = choice;
  const lost: SetAside =
    side === 'mine'
      ? { field, side: 'theirs', content: theirs.content, by: theirs.updatedBy, at: theirs.updatedAt }
      : { field, side: 'mine', content: standing.content, by: null, at: null };
  const left = fields.filter((other) => other !== field);
  const next: AnswerStanding = {
    ...standing,
    overtaken: field === 'answer' ? null : standing.overtaken,
    setAside: [...standing.setAside, lost],
    content: side === 'mine' ? standing.content : withField(standing.content, field, theirs.content),
    base: withField(standing.base, field, theirs.content),
  };
  return left.length > 0 ? { ...next, conflict: { fields: left, theirs } } : { ...next, conflict: null, baseVersion: theirs.version };
}

/** Nothing is left between here and the server. */
export const settled = (standing: AnswerStanding): AnswerStanding => ({
  ...{ ...standing, content: standing.server.content, base: standing.server.content, baseVersion: standing.server.version },
  ...{ sent: [], overtaken: null },
});
