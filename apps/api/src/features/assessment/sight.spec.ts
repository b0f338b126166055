import { ASSESSMENT_STATES, type AssessmentState, type Layer, PHASES, type Role, type RoleGrant } from '@par-index/contract';
import { appraisingAgencies, isHandedIn, seesContent, seesLayer, type Sight, sightOf } from './sight';

const OWN = 'agency-own';
const OTHER = 'agency-other';
const actor = (...grants: readonly (readonly [Role, string])[]) => ({ grants: grants.map(([role, agencyId]): RoleGrant => ({ role, agencyId })) });
const seen = (state: AssessmentState = 'submitted') => ({ agencyId: OWN, state });

describe('sightOf', () => {
  it.each<Role>(['agency-officer', 'agency-head'])('shows everything to the %s of the agency, in every state', (role) => {
    for (const state of ASSESSMENT_STATES) {
      expect(sightOf(actor([role, OWN]), seen(state), [])).toEqual({ as: 'own' });
    }
  });

  it.each<Role>(['home-affairs', 'council-member', 'council-chair'])('lets the %s of another agency oversee', (role) => {
    expect(sightOf(actor([role, OTHER]), seen('drafting'), [])).toEqual({ as: 'overseer' });
  });

  it.each<Role>(['home-affairs', 'council-chair', 'appraiser', 'leader', 'admin'])('hides the own agency from its %s', (role) => {
    expect(sightOf(actor([role, OWN]), seen(), ['1.1'])).toBeNull();
  });

  it('lets the own agency beat a role held elsewhere', () => {
    expect(sightOf(actor(['home-affairs', OTHER], ['appraiser', OWN]), seen(), [])).toBeNull();
    expect(sightOf(actor(['home-affairs', OTHER], ['agency-head', OWN]), seen(), [])).toEqual({ as: 'own' });
  });

  it('shows an appraiser the assigned criteria once they are handed in', () => {
    const appraiser = actor(['appraiser', OTHER]);
    expect(sightOf(appraiser, seen('submitted'), ['1.1', '1.2'])).toEqual({ as: 'appraiser', codes: new Set(['1.1', '1.2']) });
    expect(sightOf(appraiser, seen('awaiting-head'), ['1.1'])).toBeNull();
    expect(sightOf(appraiser, seen('submitted'), [])).toBeNull();
  });

  it.each<Role>(['agency-officer', 'agency-head', 'leader', 'admin'])('hides it from the %s of another agency', (role) => {
    expect(sightOf(actor([role, OTHER]), seen(), [])).toBeNull();
  });
});

describe('appraisingAgencies', () => {
  it('are those of an appraiser of elsewhere', () => {
    expect(appraisingAgencies(actor(['appraiser', OTHER], ['appraiser', 'third'], ['agency-head', OTHER]), OWN)).toEqual([OTHER, 'third']);
  });
  it('are none where the answer does not depend on them', () => {
    expect(appraisingAgencies(actor(['appraiser', OTHER], ['agency-officer', OWN]), OWN)).toEqual([]);
    expect(appraisingAgencies(actor(['appraiser', OTHER], ['home-affairs', OTHER]), OWN)).toEqual([]);
  });
});

describe('what is seen', () => {
  const own: Sight = { as: 'own' };
  const overseer: Sight = { as: 'overseer' };
  const appraiser: Sight = { as: 'appraiser', codes: new Set(['1.1']) };

  it('is nothing of an unsubmitted assessment outside of the agency', () => {
    for (const state of ASSESSMENT_STATES) {
      expect(seesContent(own, state, '1.1')).toBe(true);
      expect(seesContent(overseer, state, '1.1')).toBe(isHandedIn(state));
      expect(seesContent(appraiser, state, '1.1')).toBe(isHandedIn(state));
      expect(seesContent(appraiser, state, '1.2')).toBe(false);
    }
    expect(ASSESSMENT_STATES.filter((state) => !isHandedIn(state))).toEqual(['drafting', 'awaiting-head']);
  });

  it.each<[Layer, string]>([
    ['base', 'explanation'],
    ['appraisal-1', 'explanation'],
    ['appraisal-2', 'preliminary'],
    ['council', 'preliminary'],
  ])('shows the agency the layer %s from phase %s', (layer, from) => {
    const phases = PHASES.filter((phase) => seesLayer(own, { state: 'submitted', phase }, { code: '1.1', layer }));
    expect(phases[0]).toBe(from);
    expect(phases).toEqual(PHASES.slice(PHASES.indexOf(phases[0]!)));
  });

  it('shows layers to others by criterion, and none again after a reopening', () => {
    const layer = { code: '1.1', layer: 'appraisal-1' as const };
    expect(seesLayer(overseer, { state: 'submitted', phase: 'appraisal' }, layer)).toBe(true);
    expect(seesLayer(appraiser, { state: 'submitted', phase: 'appraisal' }, layer)).toBe(true);
    expect(seesLayer(appraiser, { state: 'submitted', phase: 'appraisal' }, { ...layer, code: '1.2' })).toBe(false);
    expect(seesLayer(overseer, { state: 'drafting', phase: 'appraisal' }, layer)).toBe(false);
  });
});
