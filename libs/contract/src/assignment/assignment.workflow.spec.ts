import { type Role, ROLES } from '../access/permissions';
import { type Phase, PHASES } from '../cycle/cycle.workflow';
import { assignmentReasonRequired, assignmentRefusalOf, assignmentSight, DECIDED_RULES, seesBalance, SHARE_UNITS, sharingRefusalOf } from './assignment.workflow';

const DEPARTMENT = 'so-tu-phap';
const ELSEWHERE = 'so-y-te';
const actor = (role: Role, agencyId: string) => ({ grants: [{ role, agencyId }] });

/** A column a phase, in the order of PHASES: `x` may, `-` not now. */
const CHANGES: Readonly<Record<'agencies' | 'people' | 'reason', string>> = {
  agencies: 'x x x x x x - -',
  people: '- x x x x x - -',
  reason: '. . x x x x x x',
};
const marks = (of: (phase: Phase) => boolean, no: string): string => PHASES.map((phase) => (of(phase) ? 'x' : no)).join(' ');

describe('who reads the assignment', () => {
  it.each<[Role, 'all' | 'own' | null]>([
    ['agency-officer', null],
    ['agency-head', 'own'],
    ['appraiser', 'own'],
    ['home-affairs', 'all'],
    ['council-member', 'all'],
    ['council-chair', 'all'],
    ['leader', null],
    ['admin', null],
  ])('%s: %s', (role, reach) => {
    expect(assignmentSight(actor(role, DEPARTMENT))?.reach ?? null).toBe(reach);
  });

  it('is a department’s own part for all departments that one belongs to, and all of it as soon as a role reads all', () => {
    const both = { grants: [...actor('appraiser', DEPARTMENT).grants, ...actor('agency-head', ELSEWHERE).grants] };
    expect(assignmentSight(both)).toEqual({ reach: 'own', agencyIds: [DEPARTMENT, ELSEWHERE] });
    expect(assignmentSight({ grants: [...both.grants, ...actor('council-member', ELSEWHERE).grants] })).toEqual({ reach: 'all' });
  });
});

describe('the assignment of agencies', () => {
  it('is changed by Sở Nội vụ until the result', () => {
    expect(marks((phase) => assignmentRefusalOf(actor('home-affairs', ELSEWHERE), { phase }) === null, '-')).toBe(CHANGES.agencies);
    expect(assignmentRefusalOf(actor('home-affairs', ELSEWHERE), { phase: 'published' })).toBe('cycle.phase-illegal');
  });

  it.each(ROLES.filter((role) => role !== 'home-affairs').map((role) => [role]))('is never changed by %s', (role) => {
    for (const phase of PHASES) {
      expect(assignmentRefusalOf(actor(role, DEPARTMENT), { phase })).toBe('access.denied');
    }
  });

  it('needs a reason once appraisers may have begun', () => {
    expect(marks(assignmentReasonRequired, '.')).toBe(CHANGES.reason);
  });

  it('knows two ways with what is decided, and two units to share by', () => {
    expect(DECIDED_RULES).toEqual(['keep', 'hand-over']);
    expect(SHARE_UNITS).toEqual(['agency', 'criterion']);
  });
});

describe('sharing the work of a department', () => {
  const sharers: readonly (readonly [Role, string])[] = [
    ['home-affairs', ELSEWHERE],
    ['agency-head', DEPARTMENT],
  ];

  it.each(sharers)('is open to %s', (role, agencyId) => {
    expect(marks((phase) => sharingRefusalOf(actor(role, agencyId), { phase, agencyId: DEPARTMENT }) === null, '-')).toBe(CHANGES.people);
    expect(sharingRefusalOf(actor(role, agencyId), { phase: 'preparing', agencyId: DEPARTMENT })).toBe('cycle.phase-illegal');
  });

  it.each(ROLES.filter((role) => role !== 'home-affairs').map((role) => [role]))('is refused to %s of another agency', (role) => {
    expect(sharingRefusalOf(actor(role, ELSEWHERE), { phase: 'appraisal', agencyId: DEPARTMENT })).toBe('access.denied');
  });

  it.each(ROLES.filter((role) => role !== 'home-affairs' && role !== 'agency-head').map((role) => [role]))('is refused to %s of the department', (role) => {
    expect(sharingRefusalOf(actor(role, DEPARTMENT), { phase: 'appraisal', agencyId: DEPARTMENT })).toBe('access.denied');
  });
});

describe('how a department shares its work', () => {
  it.each(ROLES.map((role) => [role]))('is seen by %s', (role) => {
    expect(seesBalance(actor(role, DEPARTMENT), DEPARTMENT)).toBe(['appraiser', 'agency-head', 'home-affairs'].includes(role));
    expect(seesBalance(actor(role, ELSEWHERE), DEPARTMENT)).toBe(role === 'home-affairs');
  });
});
