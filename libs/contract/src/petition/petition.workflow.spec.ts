import type { Role } from '../access/permissions';
import { PHASES } from '../cycle/cycle.workflow';
import { openPetitionActions, PETITION_REASON_WORDS, PETITION_REASONS, PETITION_STATES, type PetitionContext, petitionIsLate, petitionRefusalOf } from './petition.workflow';

const WINDOW = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-10T00:00:00Z', closeAt: '2026-11-12T00:00:00Z' };
const at = (overrides: Partial<PetitionContext> = {}): PetitionContext => ({
  ...{ agencyId: 'own', leadAgencyId: 'lead', phase: 'preliminary', window: WINDOW, now: '2026-11-05T00:00:00Z', state: null },
  ...overrides,
});
const person = (role: Role, agencyId: string) => ({ grants: [{ role, agencyId }] });

describe('who petitions', () => {
  it.each([
    ['agency-officer', 'own', null, ['write']],
    ['agency-head', 'own', null, ['write']],
    ['agency-officer', 'own', 'draft', ['write']],
    ['agency-head', 'own', 'draft', ['write', 'file']],
    ['agency-head', 'own', 'filed', []],
    ['agency-head', 'own', 'rejected', []],
    ['agency-head', 'other', 'draft', []],
    ['home-affairs', 'lead', 'draft', []],
    ['home-affairs', 'lead', 'filed', ['answer']],
    ['home-affairs', 'own', 'filed', []],
    ['home-affairs', 'lead', 'forwarded', []],
    ['council-chair', 'other', 'filed', []],
    ['leader', 'other', 'filed', []],
    ['admin', 'own', 'draft', []],
  ] as const)('%s of %s, petition %s: %j', (role, agencyId, state, actions) => {
    expect(openPetitionActions(person(role, agencyId), at({ state }))).toEqual(actions);
  });

  it('and the chair answers what the lead agency itself files', () => {
    const own = at({ agencyId: 'lead', state: 'filed' });
    expect(openPetitionActions(person('council-chair', 'other'), own)).toEqual(['answer']);
    expect(petitionRefusalOf(person('home-affairs', 'lead'), own, 'answer')).toBe('access.denied');
    expect(petitionRefusalOf(person('council-chair', 'lead'), own, 'answer')).toBe('access.own-agency');
  });

  it('only while the preliminary result is out', () => {
    for (const phase of PHASES.filter((other) => other !== 'preliminary')) {
      for (const state of [null, ...PETITION_STATES]) {
        expect(openPetitionActions(person('agency-head', 'own'), at({ phase, state }))).toEqual([]);
        expect(openPetitionActions(person('home-affairs', 'lead'), at({ phase, state }))).toEqual([]);
      }
    }
  });
});

describe('the window of petitions', () => {
  it.each([
    ['2026-10-31T23:59:59Z', 'petition.phase-closed', false],
    ['2026-11-01T00:00:00Z', null, false],
    ['2026-11-10T00:00:00Z', null, false],
    ['2026-11-10T00:00:01Z', null, true],
    ['2026-11-12T00:00:00Z', null, true],
    ['2026-11-12T00:00:01Z', 'petition.phase-closed', false],
  ])('at %s: %s, late %s', (now, refusal, late) => {
    expect(petitionRefusalOf(person('agency-head', 'own'), at({ now, state: 'draft' }), 'file')).toBe(refusal);
    expect(petitionIsLate({ window: WINDOW, now })).toBe(late);
  });

  it('does not hold up an answer', () => {
    expect(petitionRefusalOf(person('home-affairs', 'lead'), at({ now: '2027-01-01T00:00:00Z', state: 'filed' }), 'answer')).toBeNull();
  });

  it('where there is none, is the whole phase', () => {
    expect(petitionRefusalOf(person('agency-head', 'own'), at({ window: null }), 'write')).toBeNull();
    expect(petitionIsLate({ window: null, now: '2027-01-01T00:00:00Z' })).toBe(false);
  });
});

it('every reason has its words', () => {
  expect(Object.keys(PETITION_REASON_WORDS)).toEqual([...PETITION_REASONS]);
});
