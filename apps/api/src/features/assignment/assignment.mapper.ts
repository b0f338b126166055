import type { AgencyRef, AssignmentChangeLine, AssignmentChangeView } from '@par-index/contract';
import { digestOf } from '../../platform/digest/digest';
import type { CellChange } from './assignment-change';
import { groupBy } from './group-by';

/** Of every cell that changes, and how: what is done must be exactly what was shown. */
export const digestOfChanges = (changes: readonly CellChange[]): string =>
  digestOf(changes.map(({ assessedAgencyId, code, from, to, effect }) => [assessedAgencyId, code, from, to, effect]));

export interface ChangeOutcome {
  readonly changes: readonly CellChange[];
  readonly exceptionsKept: number;
}

export function toChangeView({ changes, exceptionsKept }: ChangeOutcome, agencies: readonly AgencyRef[]): Omit<AssignmentChangeView, 'dryRun'> {
  const moves = changes.filter(({ effect }) => effect === 'move');
  return {
    digest: digestOfChanges(changes),
    lines: linesOf(changes, new Map(agencies.map((agency) => [agency.id, agency]))),
    moved: moves.length,
    handedOver: moves.filter(({ isDecided }) => isDecided).length,
    kept: changes.length - moves.length,
    exceptionsKept,
  };
}

function linesOf(changes: readonly CellChange[], agencies: ReadonlyMap<string, AgencyRef>): readonly AssignmentChangeLine[] {
  const grouped = groupBy(changes, ({ code, from, to, effect }) => JSON.stringify([code, from, to, effect]));
  return [...grouped.values()].flatMap((cells) => {
    const [first] = cells;
    return first ? [{ code: first.code, from: refOf(agencies, first.from), to: refOf(agencies, first.to), agencies: cells.length, decided: cells.filter(({ isDecided }) => isDecided).length, effect: first.effect }] : [];
  });
}

const refOf = (agencies: ReadonlyMap<string, AgencyRef>, id: string | null): AgencyRef | null => (id === null ? null : (agencies.get(id) ?? null));
