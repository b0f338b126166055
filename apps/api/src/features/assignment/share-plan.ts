import type { DecidedRule, ShareUnit } from '@par-index/contract';
import { evenSplit, type SplitUnit } from './even-split';
import { groupBy } from './group-by';

/** One criterion at one assessed agency that the department appraises. */
export interface SharedRow {
  readonly id: string;
  readonly groupCode: string;
  readonly code: string;
  readonly assessedAgencyId: string;
  readonly personId: string | null;
  readonly isDecided: boolean;
  readonly decidedBy: string | null;
}

/** A person who may be given criteria, with the agencies that they belong to: never theirs to appraise. */
export interface Sharer {
  readonly id: string;
  readonly agencyIds: readonly string[];
}

export interface RowMove {
  readonly row: SharedRow;
  readonly to: string | null;
}

export interface SharePlan {
  readonly moves: readonly RowMove[];
  /** Decided rows that stay. */
  readonly kept: readonly SharedRow[];
  /** Rows that nobody of the chosen may be given. */
  readonly refused: readonly SharedRow[];
}

/** All rows to one person, or back to the whole department. */
export function toOnePerson(rows: readonly SharedRow[], person: Sharer | null, rule: DecidedRule): SharePlan {
  const differing = rows.filter(({ personId }) => personId !== (person?.id ?? null));
  const refused = differing.filter(({ assessedAgencyId }) => person?.agencyIds.includes(assessedAgencyId));
  const allowed = differing.filter((row) => !refused.includes(row));
  const kept = allowed.filter(({ isDecided }) => isDecided && rule === 'keep');
  return { moves: allowed.filter((row) => !kept.includes(row)).map((row) => ({ row, to: person?.id ?? null })), kept, refused };
}

/** Evenly among several by whole units. What is decided stays; a unit that somebody has begun stays with them. */
export function evenly(rows: readonly SharedRow[], people: readonly Sharer[], unit: ShareUnit): SharePlan {
  const units = unitsOf(rows, people, unit);
  const ids = people.map(({ id }) => id);
  const shared = units.filter(({ isBegun, personId }) => !isBegun || personId !== null);
  const holders = evenSplit(ids, shared);
  const kept: SharedRow[] = [];
  const refused: SharedRow[] = [];
  const moves = shared.flatMap(({ key, rows: own }) => {
    const to = holders.get(key);
    if (to === undefined) {
      refused.push(...own.filter(({ isDecided }) => !isDecided));
      return [];
    }
    const differing = own.filter(({ personId }) => personId !== to);
    kept.push(...differing.filter(({ isDecided }) => isDecided));
    return differing.filter(({ isDecided }) => !isDecided).map((row) => ({ row, to }));
  });
  return { moves, kept, refused };
}

interface RowUnit extends SplitUnit {
  readonly rows: readonly SharedRow[];
}

function unitsOf(rows: readonly SharedRow[], people: readonly Sharer[], unit: ShareUnit): readonly RowUnit[] {
  const theirs = new Set(people.flatMap(({ agencyIds }) => agencyIds));
  const keyOf = (row: SharedRow): string => (unit === 'agency' ? row.assessedAgencyId : `${row.groupCode} ${row.code}${theirs.has(row.assessedAgencyId) ? ` ${row.assessedAgencyId}` : ''}`);
  const grouped = groupBy(rows, keyOf);
  return [...grouped].map(([key, own]) => unitOf(key, own, people));
}

/** A unit begun by somebody who does not share stays theirs: it is begun and nobody's of the people, and left out. */
function unitOf(key: string, rows: readonly SharedRow[], people: readonly Sharer[]): RowUnit {
  const ids = people.map(({ id }) => id);
  const decided = rows.filter(({ isDecided }) => isDecided);
  const holder = mostOften(rows.map(({ personId }) => personId)) ?? mostOften(decided.map(({ decidedBy }) => decidedBy).filter((id) => id !== null && ids.includes(id)));
  const refused = new Set(people.filter(({ agencyIds }) => rows.some(({ assessedAgencyId }) => agencyIds.includes(assessedAgencyId))).map(({ id }) => id));
  const isTheirs = holder !== null && ids.includes(holder);
  return { key, rows, weight: rows.length, personId: isTheirs ? holder : null, isBegun: decided.length > 0 && holder !== null, refused };
}

/** Who is named most often; of several the one with the smallest id, so that the same rows always give the same. */
function mostOften(ids: readonly (string | null)[]): string | null {
  const counts = groupBy(ids.filter((id) => id !== null), (id) => id);
  const [first] = [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
