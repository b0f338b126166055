import type { CycleView } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { compileCriteriaSet, type CompiledSet } from '@par-index/scoring';
import { declaredBy, type Declared } from './declared';
import { linkEvidence, seedDocuments } from './evidence';
import type { EvidenceStore } from '../platform/files/evidence-store';
import { addAnswers, addBaseFigures, addDecisions, type Assignment, type FilledAssessment } from './fill';
import type { Papers } from './papers';
import { courseOf, type DemoCourse } from './profile';
import { AGENCIES, EXEMPTIONS, setsOf } from './province';
import { Rows } from './rows';
import type { SeededPeople } from './seeded-people';

/** One assessment of a cycle as it stands in the database, with what the demonstration makes of it. */
export interface PlayedAssessment extends FilledAssessment {
  readonly agencyId: string;
  readonly participantId: string;
  readonly headId: string;
  readonly declared: readonly Declared[];
  readonly set: CompiledSet;
}

export interface Stage {
  readonly em: EntityManager;
  readonly people: SeededPeople;
  readonly store: EvidenceStore;
  readonly papers: Papers;
}

interface AssessmentRow {
  readonly id: string;
  readonly participant_id: string;
  readonly agency_id: string;
  readonly code: string;
}

/** When the answers of an agency were given: between the opening and the deadline, the late ones after it. */
export interface Moments {
  readonly answered: Date;
  readonly late: Date;
  readonly decided: Date;
}

/** Agencies whose files are written to the store side by side. */
const AT_ONCE = 16;

/** Fills every assessment of an open cycle: exemptions, answers, evidence and accepted figures. */
export async function fillCycle(stage: Stage, cycle: CycleView, moments: Moments, courseFor: (code: string) => DemoCourse): Promise<readonly PlayedAssessment[]> {
  const sets = new Map(setsOf(cycle.year).map((set) => [set.appliesTo, compileCriteriaSet(set)]));
  const found: readonly AssessmentRow[] = await stage.em.query(
    'select a.id, a.participant_id, a.agency_id, g.code from assessment a join agency g on g.id = a.agency_id where a.cycle_id = $1 order by g.code',
    [cycle.id],
  );
  const played = found.flatMap((row) => play(stage, cycle, row, { sets, moments, course: courseFor(row.code) }) ?? []);
  await Promise.all([writeFigures(stage, played), writeEvidence(stage, played)]);
  return played;
}

async function writeFigures({ em, people }: Stage, played: readonly PlayedAssessment[]): Promise<void> {
  const rows = new Rows();
  for (const one of played) {
    addExemptions(rows, one);
    addAnswers(rows, one, one.declared);
    addBaseFigures(rows, one.set, one, people.userId('noivu'));
  }
  await rows.write(em);
}

async function writeEvidence(stage: Stage, played: readonly PlayedAssessment[]): Promise<void> {
  const rows = new Rows();
  for (let from = 0; from < played.length; from += AT_ONCE) {
    await Promise.all(played.slice(from, from + AT_ONCE).map((one) => addEvidence(stage, rows, one)));
  }
  await rows.write(stage.em);
}

interface Plan {
  readonly sets: ReadonlyMap<string, CompiledSet>;
  readonly moments: Moments;
  readonly course: DemoCourse;
}

function play({ people }: Stage, cycle: CycleView, row: AssessmentRow, { sets, moments, course }: Plan): PlayedAssessment | null {
  const agency = AGENCIES.find(({ code }) => code === row.code);
  const set = agency && sets.get(agency.group);
  if (!agency || !set) {
    return null;
  }
  const exempt = (EXEMPTIONS[row.code] ?? []).map(({ code }) => code);
  const declarer = { agencyCode: row.code, groupCode: agency.group, year: cycle.year, course, exempt };
  const at = course === 'submitted-late' ? moments.late : moments.answered;
  const by = { officerId: people.userId(`canbo.${row.code}`), headId: people.userId(`lanhdao.${row.code}`) };
  const ids = { id: row.id, cycleId: cycle.id, agencyId: row.agency_id, participantId: row.participant_id };
  return { ...ids, ...by, at, declarer, set, declared: declaredBy(set, declarer) };
}

function addExemptions(rows: Rows, { participantId, declarer }: PlayedAssessment): void {
  for (const { code, reason } of EXEMPTIONS[declarer.agencyCode] ?? []) {
    rows.add('participant_exemption', { participant_id: participantId, code, reason });
  }
}

async function addEvidence({ store, papers }: Stage, rows: Rows, played: PlayedAssessment): Promise<void> {
  const { id, agencyId, officerId, at, declarer, declared } = played;
  const agency = AGENCIES.find(({ code }) => code === declarer.agencyCode);
  if (agency) {
    const documents = await seedDocuments(store, rows, { agency, agencyId, officerId, at }, await papers.of(agency.code, declarer.year));
    const pinned = !declarer.course.endsWith('-extended');
    linkEvidence(rows, documents, declared, { assessmentId: id, agencyCode: declarer.agencyCode, officerId, at, pinned });
  }
}

/** How much of an assessment the appraisers have decided: all where it is appraised, some of it where it is under way. */
export async function decide(stage: Stage, played: readonly PlayedAssessment[], at: Date, shareOf: (one: PlayedAssessment) => number): Promise<void> {
  const rows = new Rows();
  for (const one of played) {
    const assignments = await assignmentsOf(stage, one);
    addDecisions(rows, one.set, { ...one, at }, { declared: one.declared, assignments, share: shareOf(one) });
  }
  await rows.write(stage.em);
}

async function assignmentsOf({ em, people }: Stage, { id }: PlayedAssessment): Promise<readonly Assignment[]> {
  const found: readonly { readonly code: string; readonly agency: string }[] = await em.query(
    'select s.code, g.code as agency from appraisal_assignment s join agency g on g.id = s.agency_id where s.assessment_id = $1 order by s.code',
    [id],
  );
  return found.map(({ code, agency }) => ({ code, appraiserId: people.userId(agency === 'so-noi-vu' ? 'noivu' : `thamdinh1.${agency}`) }));
}

/** The course of an agency in a year that is over: everybody has submitted. */
export function pastCourseOf(code: string): DemoCourse {
  return courseOf(code) === 'submitted-late' ? 'submitted-late' : 'submitted';
}
