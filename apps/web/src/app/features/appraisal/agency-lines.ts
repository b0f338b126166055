import type { AppraisalSummary } from '@par-index/contract';
import { matchesSearch } from '../../ui/format/fold-accents';

/** Which agencies to keep: with something left to decide, not handed in yet, handed in late, or finished. */
export type AgencyFilter = 'all' | 'open' | 'not-handed-in' | 'late' | 'done';

export interface Narrowing {
  readonly groupCode: string;
  readonly filter: AgencyFilter;
  readonly search: string;
}

/** What is left of a list of agencies. */
export interface WorkLeft {
  readonly agencies: number;
  readonly criteria: number;
  readonly explanationWanted: number;
  readonly notHandedIn: number;
}

/** Nothing of it can be read or decided yet. */
export const isNotHandedIn = ({ state }: Pick<AppraisalSummary, 'state'>): boolean => state === 'drafting' || state === 'awaiting-head';

export const isDone = (line: AppraisalSummary): boolean => !isNotHandedIn(line) && line.toDecide > 0 && line.decided >= line.toDecide;

const isOpen = (line: AppraisalSummary): boolean => !isNotHandedIn(line) && line.decided < line.toDecide;

const KEEPS: Readonly<Record<AgencyFilter, (line: AppraisalSummary) => boolean>> = {
  'all': () => true,
  'open': isOpen,
  'not-handed-in': isNotHandedIn,
  'late': ({ late }) => late,
  'done': isDone,
};

export function narrowed(lines: readonly AppraisalSummary[], { groupCode, filter, search }: Narrowing): readonly AppraisalSummary[] {
  return lines.filter((line) => line.groupCode === groupCode && KEEPS[filter](line) && matchesSearch(`${line.agency.name} ${line.agency.shortName}`, search));
}

/** How many of a group each filter keeps. */
export function countsOf(lines: readonly AppraisalSummary[], groupCode: string): Readonly<Record<AgencyFilter, number>> {
  const count = (filter: AgencyFilter) => narrowed(lines, { groupCode, filter, search: '' }).length;
  return { 'all': count('all'), 'open': count('open'), 'not-handed-in': count('not-handed-in'), 'late': count('late'), 'done': count('done') };
}

export function workLeft(lines: readonly AppraisalSummary[]): WorkLeft {
  const open = lines.filter(isOpen);
  return {
    agencies: open.length,
    criteria: open.reduce((sum, { decided, toDecide }) => sum + toDecide - decided, 0),
    explanationWanted: lines.reduce((sum, line) => sum + line.explanationWanted, 0),
    notHandedIn: lines.filter(isNotHandedIn).length,
  };
}
