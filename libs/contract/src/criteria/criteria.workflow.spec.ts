import type { Role } from '../access/permissions';
import { PHASES } from '../cycle/cycle.workflow';
import { correctionRefusalOf, CRITERIA_SET_ACTIONS, CRITERIA_SET_MOVES, CRITERIA_SET_STATES, criteriaSetRefusalOf, isSupersededByNewer, openCriteriaSetActions } from './criteria.workflow';

const actor = (role: Role) => ({ grants: [{ role, agencyId: 'noi-vu' }] });
const homeAffairs = actor('home-affairs');

describe('what may be done to a version of a set', () => {
  it('is everything while it is a draft, and to copy it ever after', () => {
    expect(openCriteriaSetActions(homeAffairs, 'draft')).toEqual(CRITERIA_SET_ACTIONS);
    for (const state of CRITERIA_SET_STATES.filter((one) => one !== 'draft')) expect(openCriteriaSetActions(homeAffairs, state)).toEqual(['copy']);
  });

  it.each<Role>(['agency-officer', 'agency-head', 'appraiser', 'council-member', 'council-chair', 'leader', 'admin'])('is nothing to %s', (role) => {
    for (const state of CRITERIA_SET_STATES) expect(openCriteriaSetActions(actor(role), state)).toEqual([]);
    expect(criteriaSetRefusalOf(actor(role), 'draft', 'edit')).toBe('access.denied');
    expect(correctionRefusalOf(actor(role), 'appraisal')).toBe('access.denied');
  });

  it('is refused as published, whatever came after', () => {
    for (const action of ['edit', 'publish', 'discard'] as const) expect(criteriaSetRefusalOf(homeAffairs, 'superseded', action)).toBe('criteria-set.frozen');
  });
});

describe('the states of a set', () => {
  it('go in one direction, and end', () => {
    const order = CRITERIA_SET_STATES;
    for (const state of order) for (const next of CRITERIA_SET_MOVES[state]) expect(order.indexOf(next)).toBeGreaterThan(order.indexOf(state));
    expect(CRITERIA_SET_MOVES.superseded).toEqual([]);
  });

  it('give way to a newer version where no cycle has frozen them', () => {
    expect(CRITERIA_SET_STATES.filter(isSupersededByNewer)).toEqual(['published']);
  });
});

describe('a correction of a running cycle', () => {
  it('may be made from its opening until the agencies see the result', () => {
    expect(PHASES.filter((phase) => correctionRefusalOf(homeAffairs, phase) === null)).toEqual(['self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council']);
  });
});
