import { type Role, ROLES } from '../access/permissions';
import { ASSESSMENT_STATES } from '../assessment/assessment.workflow';
import { PHASES } from '../cycle/cycle.workflow';
import { actingChairRefusalOf, CHAIRS, type ConclusionContext, conclusionRefusalOf, leadsCouncil } from './conclusion.workflow';

const ASSESSED = 'so-y-te';
const OTHER = 'so-tu-phap';
const actor = (role: Role, agencyId = OTHER) => ({ grants: [{ role, agencyId }] });
const assessment = (overrides: Partial<ConclusionContext> = {}): ConclusionContext => ({
  ...{ agencyId: ASSESSED, phase: 'council', state: 'reappraised', openItems: 0, chair: 'there', leads: false },
  ...overrides,
});

describe('the council of one assessment', () => {
  it.each(ROLES.map((role) => [role] as const))('is concluded by a %s only where the role leads', (role) => {
    expect(conclusionRefusalOf(actor(role), assessment())).toBe(role === 'council-chair' ? null : 'access.denied');
    expect(conclusionRefusalOf(actor(role), assessment({ leads: true, chair: 'acting' }))).toBe(role === 'council-chair' || role === 'council-member' ? null : 'access.denied');
    expect(conclusionRefusalOf(actor(role, ASSESSED), assessment())).toBe(role === 'council-chair' ? 'access.own-agency' : 'access.denied');
  });

  it.each(PHASES.map((phase) => [phase] as const))('in phase %s', (phase) => {
    expect(conclusionRefusalOf(actor('council-chair'), assessment({ phase }))).toBe(phase === 'council' ? null : 'council.phase-closed');
  });

  it.each(ASSESSMENT_STATES.map((state) => [state] as const))('that is %s', (state) => {
    expect(conclusionRefusalOf(actor('council-chair'), assessment({ state }))).toBe(state === 'reappraised' ? null : 'assessment.state-illegal');
  });

  it('waits for its open items', () => {
    expect(conclusionRefusalOf(actor('council-chair'), assessment({ openItems: 1 }))).toBe('council.items-open');
  });

  it('is led by a chair, or by a member who was named', () => {
    expect(ROLES.filter((role) => leadsCouncil(actor(role), { leads: false }))).toEqual(['council-chair']);
    expect(ROLES.filter((role) => leadsCouncil(actor(role), { leads: true }))).toEqual(['council-member', 'council-chair']);
  });
});

describe('whoever leads in the chair’s place', () => {
  it.each(ROLES.map((role) => [role] as const))('is named by a %s only where that is home affairs of elsewhere', (role) => {
    const context = assessment({ chair: 'missing' });
    expect(actingChairRefusalOf(actor(role), context)).toBe(role === 'home-affairs' ? null : 'access.denied');
    expect(actingChairRefusalOf(actor(role, ASSESSED), context)).toBe(role === 'home-affairs' ? 'access.own-agency' : 'access.denied');
  });

  it.each(CHAIRS.map((chair) => [chair] as const))('where the chair is %s', (chair) => {
    expect(actingChairRefusalOf(actor('home-affairs'), assessment({ chair }))).toBe(chair === 'there' ? 'council.chair-there' : null);
  });

  it('from the second appraisal to the preliminary result', () => {
    const open = PHASES.filter((phase) => actingChairRefusalOf(actor('home-affairs'), assessment({ phase, chair: 'missing' })) === null);
    expect(open).toEqual(['reappraisal', 'council', 'preliminary']);
  });
});
