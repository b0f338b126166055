import type { DelegateRequest, Role } from '@par-index/contract';
import { delegationErrors } from './delegation-errors';
import type { AgencyPerson } from './delegation.repository';

const agency = { id: 'stp', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'STP' };
const person = (id: string, role: Role): AgencyPerson => ({ id, fullName: id, agency, grants: [{ role, agencyId: 'stp' }] });
const people = [person('an', 'appraiser'), person('binh', 'appraiser'), person('truong', 'agency-head'), person('dau-moi', 'agency-officer'), person('quan-tri', 'admin')];

const request: DelegateRequest = { kind: 'appraisal', agencyId: 'stp', fromUserId: 'an', toUserId: 'binh', startsOn: '2026-12-10', endsOn: '2026-12-12', reason: 'Đi học' };
const errorsOf = (overrides: Partial<DelegateRequest>, scene: { readonly today?: string; readonly overlaps?: boolean } = {}) =>
  delegationErrors({ ...request, ...overrides }, { today: '2026-12-10', overlaps: false, people, ...scene }).map(({ pointer }) => pointer);

describe('delegationErrors', () => {
  it.each<[string, Partial<DelegateRequest>]>([
    ['criteria to another appraiser, from today', {}],
    ['for one day', { endsOn: '2026-12-10' }],
    ['for a year', { startsOn: '2027-01-01', endsOn: '2027-12-31' }],
    ['a signature to whoever works for the same agency', { kind: 'sign-off', fromUserId: 'truong', toUserId: 'dau-moi' }],
  ])('finds nothing wrong: %s', (_, overrides) => expect(errorsOf(overrides)).toEqual([]));

  it.each<[string, Partial<DelegateRequest>, string]>([
    ['from who has no criteria', { fromUserId: 'truong' }, '/fromUserId'],
    ['a signature from who is no head', { kind: 'sign-off' }, '/fromUserId'],
    ['from who is not of the agency', { fromUserId: 'la' }, '/fromUserId'],
    ['to oneself', { toUserId: 'an' }, '/toUserId'],
    ['to who does not appraise', { toUserId: 'dau-moi' }, '/toUserId'],
    ['to who is not of the agency', { toUserId: 'la' }, '/toUserId'],
    ['a signature to an administrator', { kind: 'sign-off', fromUserId: 'truong', toUserId: 'quan-tri' }, '/toUserId'],
    ['from yesterday', { startsOn: '2026-12-09' }, '/startsOn'],
    ['to before it begins', { endsOn: '2026-12-09' }, '/endsOn'],
    ['for more than a year', { endsOn: '2027-12-11' }, '/endsOn'],
  ])('names the field: %s', (_, overrides, pointer) => expect(errorsOf(overrides)).toEqual([pointer]));

  it('names days on which the same is left to somebody already', () => expect(errorsOf({}, { overlaps: true })).toEqual(['/startsOn']));
});
