import { compileCriteriaSet, type CriteriaSet, scoreGroup } from '@par-index/scoring';
import { answersInForce } from '../appraisal/rules.service';
import type { AgencyRecord, GroupDocument, ScoringCase } from './snapshot-document';

/** A group as it is read from the database: the set, and what stands behind each agency's answers. */
export interface LoadedGroup {
  readonly groupCode: string;
  readonly groupName: string;
  readonly criteriaSet: CriteriaSet;
  readonly agencies: readonly AgencyRecord[];
}

/** Puts the answers in force together and scores the group. The same for a provisional result and for a published one. */
export function groupDocumentOf({ groupCode, groupName, criteriaSet, agencies }: LoadedGroup): GroupDocument {
  const set = compileCriteriaSet(criteriaSet);
  const scored = agencies.map(({ code, name, exemptions, declared, layers }) => ({
    code,
    name,
    exempt: exemptions.map((exemption) => exemption.code),
    answers: answersInForce(set, declaredList(declared), layers),
  }));
  const scoringCase: ScoringCase = { format: 'par-scoring-case/1', criteriaSet, agencies: scored };
  return { groupCode, groupName, case: scoringCase, result: { format: 'par-scoring-result/1', agencies: scoreGroup(set, scored) }, agencies };
}

const declaredList = (declared: AgencyRecord['declared']) => Object.entries(declared).map(([code, answer]) => ({ code, answer }));
