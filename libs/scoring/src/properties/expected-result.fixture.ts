import type { CriteriaSet } from '../model/criteria-set';
import type { AgencyAnswers, AgencyResult } from '../model/result';
import { asNumber, referenceResults } from './reference.fixture';

type Comparable = Pick<AgencyResult, 'points' | 'applicableMax' | 'bonus' | 'penalty' | 'index' | 'rank'> & {
  /** Points and maximum by code; null where excluded. */
  readonly nodes: Readonly<Record<string, readonly [points: number, max: number] | null>>;
};

/** What the slow reference makes of a group, in the form that results are compared in. */
export function expectedResults(set: CriteriaSet, agencies: readonly AgencyAnswers[]): readonly Comparable[] {
  return referenceResults(set, agencies).map(({ nodes, points, applicableMax, bonus, penalty, index, rank }) => ({
    points: asNumber(points, 4),
    applicableMax: asNumber(applicableMax, 4),
    bonus: asNumber(bonus, 4),
    penalty: asNumber(penalty, 4),
    index: asNumber(index, set.rounding?.index ?? 2),
    rank,
    nodes: Object.fromEntries(
      [...nodes].map(([code, gained]) => [code, gained === null ? null : [asNumber(gained.points, 4), asNumber(gained.max, 4)]]),
    ),
  }));
}

/** A result of the engine in the same form. */
export function comparable({ points, applicableMax, bonus, penalty, index, rank, nodes }: AgencyResult): Comparable {
  return {
    points,
    applicableMax,
    bonus,
    penalty,
    index,
    rank,
    nodes: Object.fromEntries(Object.entries(nodes).map(([code, node]) => [code, 'excluded' in node ? null : [node.points, node.max]])),
  };
}
