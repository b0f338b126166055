import { type Role, type RoleGrant, ROLES } from '../access/permissions';
import { canGive, canTake, DELEGATION_KINDS, DELEGATION_STATES, type DelegationKind, delegationRefusalOf, delegationStateOf, LONGEST_DELEGATION } from './delegation.workflow';

const OWN = 'so-tu-phap';
const OTHER = 'so-y-te';
const grants = (role: Role, agencyId = OWN): readonly RoleGrant[] => [{ role, agencyId }];

/** A column a role, in the order of ROLES: officer, head, appraiser, home-affairs, council member, council chair, leader, admin. */
const GIVE: Readonly<Record<DelegationKind, string>> = { 'appraisal': '. . x x . . . .', 'sign-off': '. x . . . . . .' };
const TAKE: Readonly<Record<DelegationKind, string>> = { 'appraisal': '. . x x . . . .', 'sign-off': 'x x x x . . . .' };
const picture = (may: (role: Role) => boolean): string => ROLES.map((role) => (may(role) ? 'x' : '.')).join(' ');

describe.each(DELEGATION_KINDS.map((kind) => [kind]))('delegating %s', (kind) => {
  it('is for whoever has it', () => {
    expect(picture((role) => canGive(grants(role), { kind, agencyId: OWN }))).toBe(GIVE[kind]);
    expect(picture((role) => canGive(grants(role, OTHER), { kind, agencyId: OWN }))).toBe(picture(() => false));
  });

  it('is to colleagues of the same agency', () => {
    expect(picture((role) => canTake(grants(role), { kind, agencyId: OWN }))).toBe(TAKE[kind]);
    expect(picture((role) => canTake(grants(role, OTHER), { kind, agencyId: OWN }))).toBe(picture(() => false));
  });

  it('is done by oneself', () => {
    const delegated = { kind, agencyId: OWN, fromUserId: 'me' };
    expect(picture((role) => delegationRefusalOf({ id: 'me', grants: grants(role) }, delegated) === null)).toBe(GIVE[kind]);
  });

  it('is not passed on by whoever has it by delegation', () => {
    const held = ROLES.map((role) => ({ role, agencyId: OWN, actingFor: 'head' }));
    expect(canGive(held, { kind, agencyId: OWN })).toBe(false);
    expect(canTake(held, { kind, agencyId: OWN })).toBe(false);
  });
});

describe('delegating for somebody else', () => {
  const forAnother = (role: Role, agencyId: string, kind: DelegationKind) => delegationRefusalOf({ id: 'me', grants: grants(role, agencyId) }, { kind, agencyId: OWN, fromUserId: 'ill' });

  it('is for their head and for Sở Nội vụ', () => {
    expect(picture((role) => forAnother(role, OWN, 'appraisal') === null)).toBe('. x . x . . . .');
    expect(picture((role) => forAnother(role, OTHER, 'appraisal') === null)).toBe('. . . x . . . .');
  });

  it('never gives away a signature', () => {
    expect(picture((role) => forAnother(role, OWN, 'sign-off') === null)).toBe(picture(() => false));
    expect(forAnother('home-affairs', OTHER, 'sign-off')).toBe('access.denied');
  });
});

describe('a delegation', () => {
  const days = { startsOn: '2026-12-10', endsOn: '2026-12-12', revokedAt: null };

  it.each([
    ['2026-12-09', 'coming'],
    ['2026-12-10', 'active'],
    ['2026-12-11', 'active'],
    ['2026-12-12', 'active'],
    ['2026-12-13', 'over'],
  ])('on %s is %s', (today, state) => {
    expect(delegationStateOf(days, today)).toBe(state);
    expect(DELEGATION_STATES).toContain(state);
  });

  it('of one day is active on that day', () => {
    expect(delegationStateOf({ ...days, endsOn: days.startsOn }, days.startsOn)).toBe('active');
  });

  it('that is taken back is neither coming nor active nor over', () => {
    for (const today of ['2026-12-01', '2026-12-11', '2026-12-31']) {
      expect(delegationStateOf({ ...days, revokedAt: new Date() }, today)).toBe('revoked');
    }
  });

  it('lasts a year at most', () => expect(LONGEST_DELEGATION).toBe(366));
});
