import type { Role } from '../access/permissions';
import { HEARTBEAT_SECONDS, PRESENCE_SECONDS, presenceScopeOf, presenceSideOf } from './presence.workflow';

const actor = (...grants: readonly (readonly [Role, string])[]) => ({ grants: grants.map(([role, agencyId]) => ({ role, agencyId })) });
const place = (given: Partial<Parameters<typeof presenceSideOf>[1]> = {}) => ({ agencyId: 'y-te', handedIn: true, assignedTo: ['tu-phap', 'xay-dung'], ...given });

describe('on which side somebody is at a criterion of an assessment', () => {
  it.each<[Role, string, 'own' | 'outside' | null]>([
    ['agency-officer', 'y-te', 'own'],
    ['agency-head', 'y-te', 'own'],
    ['agency-officer', 'tu-phap', null],
    ['appraiser', 'tu-phap', 'outside'],
    ['appraiser', 'noi-vu', null],
    ['home-affairs', 'noi-vu', 'outside'],
    ['council-member', 'ubnd', 'outside'],
    ['council-chair', 'ubnd', 'outside'],
    ['leader', 'ubnd', null],
    ['admin', 'ubnd', null],
  ])('%s of %s: %s', (role, agencyId, side) => {
    expect(presenceSideOf(actor([role, agencyId]), place())).toBe(side);
  });

  it.each<Role>(['appraiser', 'home-affairs', 'council-member', 'council-chair', 'leader', 'admin'])('never outside of the own agency, as %s', (role) => {
    expect(presenceSideOf(actor([role, 'y-te'], [role, 'tu-phap']), place())).toBeNull();
  });

  it('is the own one for whoever is its officer and something else besides', () => {
    expect(presenceSideOf(actor(['agency-officer', 'y-te'], ['home-affairs', 'noi-vu']), place())).toBe('own');
  });

  it('is none for an appraiser before it is handed in, or where nothing of it is assigned to the own agency', () => {
    const appraiser = actor(['appraiser', 'tu-phap']);
    expect(presenceSideOf(appraiser, place({ handedIn: false }))).toBeNull();
    expect(presenceSideOf(appraiser, place({ assignedTo: ['noi-vu'] }))).toBeNull();
    expect(presenceSideOf(appraiser, place({ assignedTo: [] }))).toBeNull();
  });
});

describe('what the database asks', () => {
  it('is where somebody reads, belongs and appraises, each agency once', () => {
    expect(presenceScopeOf(actor(['agency-officer', 'a'], ['agency-head', 'a'], ['appraiser', 'b'], ['leader', 'c']))).toEqual({
      ...{ own: ['a'], belongs: ['a', 'b', 'c'], oversees: false, appraises: ['b'] },
    });
    expect(presenceScopeOf(actor(['council-chair', 'c'])).oversees).toBe(true);
  });
});

it('whoever loses two heartbeats is still there', () => expect(PRESENCE_SECONDS).toBeGreaterThan(2 * HEARTBEAT_SECONDS));
