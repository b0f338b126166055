import type { AgencyRef, ResultRow } from '@par-index/contract';
import type { AgencyRow } from './published-row';
import type { PreviousResult } from './previous-result.repository';

type Figures = Omit<ResultRow, 'agency' | 'previousIndex' | 'previousRank' | 'predecessors'>;

/** A line of the ranking, computed now or as it was published. */
export function resultRow(agency: AgencyRef, figures: Figures, previous: PreviousResult | undefined): ResultRow {
  const { rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, fields } = figures;
  return {
    agency: { id: agency.id, code: agency.code, name: agency.name, shortName: agency.shortName },
    ...{ rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, fields },
    previousIndex: previous?.index ?? null,
    previousRank: previous?.rank ?? null,
    predecessors: previous?.predecessors ?? [],
  };
}

export const figuresOf = ({ result, fields }: Pick<AgencyRow, 'result' | 'fields'>): Figures => ({ ...result, fields });

/** By rank, those that share one by name. */
export function inRankOrder(rows: readonly ResultRow[]): readonly ResultRow[] {
  const byName = new Intl.Collator('vi');
  return rows.toSorted((a, b) => a.rank - b.rank || byName.compare(a.agency.name, b.agency.name));
}
