import { type Actor, actingChairRefusalOf, type ConclusionContext, conclusionRefusalOf, type CouncilAssessment, problemDetail, type ProblemCode } from '@par-index/contract';
import { formatNumber } from '@par-index/scoring';
import type { ConclusionRow } from './conclusion.repository';

export const contextOfConclusion = ({ agency, phase, state, open, chair, leads }: ConclusionRow): ConclusionContext => ({ agencyId: agency.id, phase, state, openItems: open, chair, leads });

export function toCouncilAssessment(actor: Actor, row: ConclusionRow): CouncilAssessment {
  const { assessmentId, agency, state, version, open, closed, chair, actingChair, actingVersion } = row;
  const context = contextOfConclusion(row);
  const refusal = conclusionRefusalOf(actor, context);
  return {
    ...{ assessmentId, agency, state, version, open, closed, chair, actingVersion },
    actingChair: chair === 'acting' ? actingChair : null,
    mayConclude: refusal === null,
    lockedBecause: refusal && lockedInWords(refusal, context),
    mayNameChair: actingChairRefusalOf(actor, context) === null,
  };
}

/** Why the reader can't conclude an assessment, and who can. */
function lockedInWords(refusal: ProblemCode, { state, chair, openItems }: ConclusionContext): string {
  if (refusal === 'council.items-open') {
    return `Còn ${formatNumber(openItems)} nội dung chưa kết luận. Hãy kết luận các nội dung đó trước.`;
  }
  if (refusal === 'assessment.state-illegal') {
    return state === 'decided' || state === 'final' ? 'Hồ sơ đã được Hội đồng kết luận.' : 'Hồ sơ chưa thẩm định xong nên Hội đồng chưa kết luận được.';
  }
  if (refusal !== 'access.denied') {
    return problemDetail(refusal);
  }
  return chair === 'missing'
    ? 'Mọi Chủ tịch Hội đồng đều thuộc cơ quan này. Sở Nội vụ hãy cử một ủy viên khác cơ quan chủ trì thay.'
    : 'Chủ tịch Hội đồng hoặc người chủ trì thay kết luận hồ sơ này.';
}
