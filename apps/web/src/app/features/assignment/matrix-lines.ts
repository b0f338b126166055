import type { AssignmentException, AssignmentMatrixView, AssignmentRow } from '@par-index/contract';

/** What one appraising agency has of one line: all of it, some of it, or nothing. */
export interface MatrixCell {
  readonly share: 'all' | 'some' | 'none';
  /** Leaves below a field that it appraises, or agencies at which it is an exception. */
  readonly count: number;
}

/** A field or a criterion. */
export interface MatrixLine {
  readonly code: string;
  readonly title: string;
  /** 0 at the top. */
  readonly level: number;
  readonly isLeaf: boolean;
  readonly isFolded: boolean;
  /** Appraised leaves that it stands for: itself, or all below. */
  readonly leaves: readonly string[];
  /** By appraising agency; one that is missing has nothing. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
  readonly exceptions: readonly AssignmentException[];
  /** Shown at one agency: another one appraises it there than elsewhere. */
  readonly isException: boolean;
}

export interface MatrixChoice {
  readonly folded: ReadonlySet<string>;
  /** Code of the only field shown; empty for all. */
  readonly field: string;
  /** The only assessed agency shown; empty for all. */
  readonly agencyId: string;
}

/** The lines that are shown, in the order of the set. What is below a folded line is not. */
export function matrixLines({ criteria, rows }: Pick<AssignmentMatrixView, 'criteria' | 'rows'>, choice: MatrixChoice): readonly MatrixLine[] {
  const parents = new Map(criteria.map(({ code, parentCode }) => [code, parentCode]));
  const pathOf = (code: string): readonly string[] => {
    const parent = parents.get(code) ?? null;
    return parent === null ? [] : [...pathOf(parent), parent];
  };
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return criteria
    .map(({ code, title }) => ({ code, title, path: pathOf(code) }))
    .filter(({ code, path }) => choice.field === '' || code === choice.field || path[0] === choice.field)
    .filter(({ path }) => !path.some((above) => choice.folded.has(above)))
    .map(({ code, title, path }) => {
      const below = rows.filter((row) => row.code === code || pathOf(row.code).includes(code));
      const own = byCode.get(code);
      return {
        ...{ code, title, level: path.length, isLeaf: own !== undefined, isFolded: choice.folded.has(code) },
        leaves: below.map((row) => row.code),
        cells: own ? cellsOfLeaf(own, choice.agencyId) : cellsOfField(below, choice.agencyId),
        exceptions: own?.exceptions ?? [],
        isException: own !== undefined && choice.agencyId !== '' && appraiserAt(own, choice.agencyId) !== own.agencyId,
      };
    });
}

/** Who appraises it at one agency; null where nobody is named. */
export function appraiserAt({ agencyId, exceptions }: AssignmentRow, assessedAgencyId: string): string | null {
  const exception = exceptions.find((one) => one.assessedAgencyId === assessedAgencyId);
  return exception ? exception.agencyId : agencyId;
}

function cellsOfLeaf(row: AssignmentRow, agencyId: string): ReadonlyMap<string, MatrixCell> {
  if (agencyId !== '') {
    const appraiser = appraiserAt(row, agencyId);
    return new Map(appraiser === null ? [] : [[appraiser, { share: 'all', count: 0 }]]);
  }
  const cells = new Map<string, MatrixCell>();
  for (const { agencyId: other } of row.exceptions) {
    if (other !== null) {
      cells.set(other, { share: 'some', count: (cells.get(other)?.count ?? 0) + 1 });
    }
  }
  return cells.set(row.agencyId, { share: 'all', count: 0 });
}

function cellsOfField(rows: readonly AssignmentRow[], agencyId: string): ReadonlyMap<string, MatrixCell> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const appraiser = agencyId === '' ? row.agencyId : appraiserAt(row, agencyId);
    if (appraiser !== null) {
      counts.set(appraiser, (counts.get(appraiser) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([id, count]) => [id, { share: count === rows.length ? ('all' as const) : ('some' as const), count }]));
}
