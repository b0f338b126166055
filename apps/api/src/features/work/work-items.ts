import { agenciesOf, type Actor, explanationWindow, hasReached, holds, selfAssessmentWindow, type WorkItem, type WorkUrgency } from '@par-index/contract';
import type { AppraisalRow, CycleRow, ExplainingRow, OversightRow, OwnAssessmentRow, PetitionsRow, VotingRow } from './work-rows';

type Grants = Pick<Actor, 'grants'>;

/** Everything that was read for one person at one moment. */
export interface WorkSources {
  readonly now: Date;
  readonly cycles: readonly CycleRow[];
  readonly unsubmitted: readonly OwnAssessmentRow[];
  /** By assessment; one that is not named has nothing left. */
  readonly left: ReadonlyMap<string, number>;
  readonly explaining: readonly ExplainingRow[];
  readonly toAppraise: readonly AppraisalRow[];
  readonly toVote: readonly VotingRow[];
  readonly petitions: readonly PetitionsRow[];
  readonly oversight: readonly OversightRow[];
}

/** What the person has to do now, the most urgent first, then what is due first. */
export function workItems(actor: Grants, sources: WorkSources): readonly WorkItem[] {
  const ofAgency = [...ownItems(actor, sources), ...explanationItems(actor, sources)];
  const ofProvince = [...appraisalItems(sources), ...votingItems(sources), ...petitionItems(sources), ...oversightItems(sources)];
  const items = [...ofAgency, ...ofProvince, ...resultItems(actor, sources)];
  return [...items].sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || dueOf(a) - dueOf(b));
}

const URGENCIES: readonly WorkUrgency[] = ['late', 'returned', 'due', 'waiting'];
const dueOf = ({ deadlineAt }: WorkItem): number => (deadlineAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(deadlineAt));

function ownItems(actor: Grants, { now, unsubmitted, left }: WorkSources): readonly WorkItem[] {
  const officerOf = new Set(agenciesOf(actor, ['agency-officer']));
  const headOf = new Set(agenciesOf(actor, ['agency-head']));
  return unsubmitted.flatMap((row) => {
    const position = positionOf(row, now);
    return [
      ...(position !== 'closed' && officerOf.has(row.agencyId) ? [selfAssessItem(row, position, left.get(row.id) ?? 0)] : []),
      ...(position !== 'closed' && headOf.has(row.agencyId) ? [signOffItem(row, position)] : []),
    ];
  });
}

function positionOf({ phase, opensAt, deadlineAt, closeAt, extended }: OwnAssessmentRow, now: Date): 'open' | 'late' | 'closed' {
  const window = { opensAt: opensAt.toISOString(), deadlineAt: deadlineAt.toISOString(), closeAt: closeAt.toISOString() };
  return selfAssessmentWindow({ phase, window, extended, now: now.toISOString() });
}

const placeOf = ({ id, cycleId, agencyName, deadlineAt, closeAt }: OwnAssessmentRow | ExplainingRow) => ({
  cycleId,
  assessmentId: id,
  agencyName,
  deadlineAt: deadlineAt.toISOString(),
  closeAt: closeAt.toISOString(),
});

function selfAssessItem(row: OwnAssessmentRow, position: 'open' | 'late', left: number): WorkItem {
  const { state, reason } = row;
  const whileDrafting = position === 'late' ? 'late' : reason === null ? 'due' : 'returned';
  return {
    kind: 'self-assess',
    ...placeOf(row),
    urgency: state === 'drafting' ? whileDrafting : 'waiting',
    details: { state, left, reason },
  };
}

function signOffItem(row: OwnAssessmentRow, position: 'open' | 'late'): WorkItem {
  const { state } = row;
  const whenSent = position === 'late' ? 'late' : 'due';
  return { kind: 'sign-off', ...placeOf(row), urgency: state === 'awaiting-head' ? whenSent : 'waiting', details: { state } };
}

/** The officer writes, the head signs; a head waits for nobody, since agreeing to everything takes a signature as well. */
function explanationItems(actor: Grants, { now, explaining }: WorkSources): readonly WorkItem[] {
  const officerOf = new Set(agenciesOf(actor, ['agency-officer']));
  const headOf = new Set(agenciesOf(actor, ['agency-head']));
  return explaining.flatMap((row) => {
    const { phase, opensAt, deadlineAt, closeAt, extended, explained, questions } = row;
    const window = { opensAt: opensAt.toISOString(), deadlineAt: deadlineAt.toISOString(), closeAt: closeAt.toISOString() };
    const position = explanationWindow({ phase, explanation: { window, extended }, now: now.toISOString() });
    const line = { ...placeOf(row), urgency: position === 'late' ? ('late' as const) : ('due' as const), details: { explained, questions } };
    return [
      ...(position !== 'closed' && officerOf.has(row.agencyId) ? [{ kind: 'explain' as const, ...line }] : []),
      ...(position !== 'closed' && headOf.has(row.agencyId) ? [{ kind: 'sign-off-explanation' as const, ...line }] : []),
    ];
  });
}

const ofCycle = ({ id, deadlineAt, closeAt }: CycleRow) => ({
  cycleId: id,
  assessmentId: null,
  deadlineAt: deadlineAt?.toISOString() ?? null,
  closeAt: closeAt?.toISOString() ?? null,
});

const isOverdue = ({ deadlineAt }: CycleRow, now: Date): boolean => deadlineAt !== null && now > deadlineAt;

function appraisalItems({ now, cycles, toAppraise }: WorkSources): readonly WorkItem[] {
  return toAppraise.flatMap(({ cycleId, agencyName, agencies, left }) =>
    cycles
      .filter(({ id }) => id === cycleId)
      .map((cycle) => ({
        kind: cycle.phase === 'reappraisal' ? ('reappraise' as const) : ('appraise' as const),
        ...ofCycle(cycle),
        agencyName,
        urgency: isOverdue(cycle, now) ? 'late' : 'due',
        details: { agencies, left },
      })),
  );
}

/** Until the agency's window of petitions is over they are due; an answer has no window, but is late after the cycle's deadline. */
function petitionItems({ now, cycles, petitions }: WorkSources): readonly WorkItem[] {
  return petitions.flatMap(({ cycleId, kind, assessmentId, agencyName, count, ...own }) =>
    cycles
      .filter(({ id }) => id === cycleId)
      .map((cycle) => {
        const dated = { ...cycle, deadlineAt: own.deadlineAt ?? cycle.deadlineAt, closeAt: own.closeAt ?? cycle.closeAt };
        return { kind, ...ofCycle(dated), assessmentId, agencyName, urgency: isOverdue(dated, now) ? ('late' as const) : ('due' as const), details: { count } };
      }),
  );
}

function votingItems({ now, cycles, toVote }: WorkSources): readonly WorkItem[] {
  return toVote.flatMap(({ cycleId, left, blind = 0 }) =>
    cycles
      .filter(({ id }) => id === cycleId)
      .flatMap((cycle) => {
        const line = { ...ofCycle(cycle), agencyName: cycle.leadAgency, urgency: isOverdue(cycle, now) ? ('late' as const) : ('due' as const) };
        return [
          ...(blind > 0 ? [{ kind: 'appraise-blind' as const, ...line, details: { left: blind } }] : []),
          ...(left > 0 ? [{ kind: 'vote' as const, ...line, details: { left } }] : []),
        ];
      }),
  );
}

/** While others are at work there is nothing to do but to watch; when they are done, or overdue, it is the next step. */
function oversightItems({ now, cycles, oversight }: WorkSources): readonly WorkItem[] {
  return oversight.flatMap(({ cycleId, notSubmitted, undecided }) =>
    cycles
      .filter(({ id }) => id === cycleId)
      .map((cycle) => {
        const open = cycle.phase === 'self-assessment' ? notSubmitted : undecided;
        const urgency = open === 0 ? 'due' : isOverdue(cycle, now) ? 'late' : 'waiting';
        return { kind: 'oversee', ...ofCycle(cycle), agencyName: cycle.leadAgency, urgency, details: { notSubmitted, undecided } };
      }),
  );
}

/** Provisional ones to leaders and council while a cycle is under way; the newest published ones also to the agencies. */
function resultItems(actor: Grants, { cycles }: WorkSources): readonly WorkItem[] {
  const readsProvisional = holds(actor, ['leader', 'council-member', 'council-chair']);
  const readsPublished = readsProvisional || holds(actor, ['agency-head', 'agency-officer']);
  return cycles
    .filter(({ phase }) => (phase === 'published' ? readsPublished : readsProvisional && hasReached(phase, 'appraisal')))
    .map((cycle) => ({
      kind: 'read-results',
      ...ofCycle(cycle),
      agencyName: cycle.leadAgency,
      urgency: 'due',
      details: { provisional: cycle.phase !== 'published' },
    }));
}
