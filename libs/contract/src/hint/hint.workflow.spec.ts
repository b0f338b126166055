import { type Actor, permissionsOf, type Role, type RoleGrant, ROLES } from '../access/permissions';
import { HINT_KINDS, hintRefusalOf } from './hint.workflow';

const PLACE = { agencyId: 'assessed', appraisingAgencyId: 'owner' };
const actor = (...grants: readonly RoleGrant[]): Actor => ({ id: 'person', grants, permissions: permissionsOf(grants) });

describe('who puts a hint aside', () => {
  it('is the appraiser of the criterion, and Sở Nội vụ', () => {
    expect(hintRefusalOf(actor({ role: 'appraiser', agencyId: 'owner' }), PLACE)).toBeNull();
    expect(hintRefusalOf(actor({ role: 'home-affairs', agencyId: 'lead' }), PLACE)).toBeNull();
    expect(hintRefusalOf(actor({ role: 'home-affairs', agencyId: 'lead' }), { ...PLACE, appraisingAgencyId: null })).toBeNull();
  });

  it('is no appraiser of other criteria', () => {
    expect(hintRefusalOf(actor({ role: 'appraiser', agencyId: 'elsewhere' }), PLACE)).toBe('access.not-assigned');
    expect(hintRefusalOf(actor({ role: 'appraiser', agencyId: 'owner' }), { ...PLACE, appraisingAgencyId: null })).toBe('access.not-assigned');
  });

  it.each(ROLES)('is nobody of the assessed agency, as %s or beside any other role', (role: Role) => {
    const own = { role, agencyId: 'assessed' };
    expect(hintRefusalOf(actor(own), PLACE)).not.toBeNull();
    expect(hintRefusalOf(actor(own, { role: 'home-affairs', agencyId: 'lead' }), PLACE)).toBe('access.own-agency');
    expect(hintRefusalOf(actor(own, { role: 'appraiser', agencyId: 'owner' }), PLACE)).toBe('access.own-agency');
  });

  it.each(ROLES.filter((role) => role !== 'appraiser' && role !== 'home-affairs'))('is no %s', (role: Role) => {
    expect(hintRefusalOf(actor({ role, agencyId: 'lead' }), PLACE)).toBe('access.denied');
  });
});

it('names each kind of hint once', () => {
  expect(new Set(HINT_KINDS).size).toBe(HINT_KINDS.length);
});
