import { type Actor, type AppraisalView, baseFigureRefusalOf, belongsTo, type CycleView, holds } from '@par-index/contract';

/**
 * Whether the reader may enter accepted figures of survey and imported criteria here: Sở Nội vụ for every agency but itself, and at the
 * lead agency the appraisers of its substitute.
 */
export function mayEnterFigures(actor: Pick<Actor, 'grants'>, view: Pick<AppraisalView, 'agency' | 'phase'>, cycle: CycleView | null): boolean {
  const context = { agencyId: view.agency.id, phase: view.phase };
  if (belongsTo(actor, view.agency.id)) {
    return false;
  }
  if (baseFigureRefusalOf(actor, context) === null) {
    return true;
  }
  const substitute = cycle?.leadAgency.id === view.agency.id ? cycle.substitutes.find(({ owner }) => owner.id === view.agency.id)?.substitute.id : undefined;
  const standsIn = substitute !== undefined && holds(actor, ['appraiser'], substitute);
  return standsIn && baseFigureRefusalOf({ grants: [{ role: 'home-affairs', agencyId: substitute }] }, context) === null;
}
