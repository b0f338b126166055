import { type ChangeAssignmentRequest, type FieldError, problemDetail } from '@par-index/contract';
import { DomainError } from '../../platform/problem/domain-error';
import type { GroupPlan } from '../cycle/assignment-plan.service';
import type { WantedAppraiser } from './assignment-change';

/**
 * What a request asks for, in leaves and agencies of the group. Refuses a criterion or an agency that is not in it, a code with nothing to
 * appraise, and, with `access.own-agency`, an agency that would appraise itself.
 */
export function wantedOf({ owners, set, assessed }: GroupPlan, { codes, assessedAgencyIds, agencyId }: ChangeAssignmentRequest): WantedAppraiser {
  const known = new Set(assessed.map(({ id }) => id));
  const leaves = codes.map((code) => owners.filter((owner) => owner.code === code || set.leaf(owner.code)?.path.includes(code)).map((owner) => owner.code));
  const errors = [
    ...leaves.flatMap((found, place) => (found.length === 0 ? [noCriterion(`/codes/${place}`)] : [])),
    ...(assessedAgencyIds ?? []).flatMap((id, place) => (known.has(id) ? [] : [noParticipant(`/assessedAgencyIds/${place}`)])),
  ];
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
  const own = assessedAgencyIds?.findIndex((id) => id === agencyId) ?? -1;
  if (own >= 0) {
    throw new DomainError('access.own-agency', {}, [{ pointer: `/assessedAgencyIds/${own}`, code: 'access.own-agency', detail: problemDetail('access.own-agency') }]);
  }
  return { codes: [...new Set(leaves.flat())], assessedAgencyIds: assessedAgencyIds ?? null, agencyId };
}

const noCriterion = (pointer: string): FieldError => ({
  pointer,
  code: 'answer.criterion-unknown',
  detail: 'Không có tiêu chí này, hoặc tiêu chí không do cơ quan nào thẩm định. Hãy chọn trong bảng.',
});

const noParticipant = (pointer: string): FieldError => ({ pointer, code: 'record.not-found', detail: 'Cơ quan này không được đánh giá trong nhóm đang chọn. Hãy chọn trong danh sách.' });
