import { type Role, ROLES } from '../access/permissions';
import { type Phase, PHASES } from '../cycle/cycle.workflow';
import { ITEM_ACTIONS, ITEM_STATES, type ItemContext, itemRefusalOf, openItemActions, referralRefusalOf, tallyOf } from './council.workflow';

const ASSESSED = 'so-y-te';
const OTHER = 'so-tu-phap';
const actor = (role: Role, agencyId = OTHER) => ({ grants: [{ role, agencyId }] });
const item = (overrides: Partial<ItemContext> = {}): ItemContext => ({ agencyId: ASSESSED, phase: 'council', state: 'voting', entitled: true, blindOpen: false, leads: false, ...overrides });

/** Votes as letters: 'AAB' are two for A and one for B. */
const votes = (letters: string) => [...letters].map((proposalId) => ({ proposalId }));

describe('a vote', () => {
  it.each<[number, string, ReturnType<typeof tallyOf>]>([
    [5, 'AAA', { kind: 'majority', proposalId: 'A' }],
    [5, 'AAABB', { kind: 'majority', proposalId: 'A' }],
    [3, 'BB', { kind: 'majority', proposalId: 'B' }],
    [1, 'A', { kind: 'majority', proposalId: 'A' }],
    [4, 'AAAB', { kind: 'majority', proposalId: 'A' }],
    [4, 'AABB', { kind: 'tie', proposalIds: ['A', 'B'] }],
    [5, 'AABB', { kind: 'tie', proposalIds: ['A', 'B'] }],
    [6, 'AABBCC', { kind: 'tie', proposalIds: ['A', 'B', 'C'] }],
    [2, 'BA', { kind: 'tie', proposalIds: ['B', 'A'] }],
    [4, 'AA', { kind: 'none' }],
    [5, 'AAB', { kind: 'none' }],
    [5, 'AABC', { kind: 'none' }],
    [5, '', { kind: 'none' }],
    [0, '', { kind: 'none' }],
  ])('of %i entitled that falls %s comes to %j', (entitled, letters, outcome) => {
    expect(tallyOf(entitled, votes(letters))).toEqual(outcome);
  });

  it('carries with more than half of those entitled, whatever the numbers', () => {
    for (let entitled = 1; entitled <= 9; entitled += 1) {
      for (let cast = 1; cast <= entitled; cast += 1) {
        expect([entitled, cast, tallyOf(entitled, votes('A'.repeat(cast))).kind]).toEqual([entitled, cast, 2 * cast > entitled ? 'majority' : 'none']);
      }
    }
  });
});

describe('what may be done to an item', () => {
  const MAY: Readonly<Partial<Record<Role, readonly string[]>>> = { 'council-member': ['propose', 'vote'], 'council-chair': ['propose', 'vote', 'close'] };

  it.each(ROLES.map((role) => [role] as const))('by a %s of another agency, and nothing by one of its own', (role) => {
    expect(openItemActions(actor(role), item())).toEqual(MAY[role] ?? []);
    expect(openItemActions(actor(role, ASSESSED), item())).toEqual([]);
  });

  it.each(PHASES.map((phase) => [phase] as const))('in phase %s', (phase: Phase) => {
    const sits = phase === 'council' || phase === 'preliminary';
    for (const action of ITEM_ACTIONS) {
      expect([action, itemRefusalOf(actor('council-chair'), item({ phase }), action)]).toEqual([action, sits ? null : 'council.phase-closed']);
    }
  });

  it.each(ITEM_STATES.map((state) => [state] as const))('in state %s', (state) => {
    const refusal = { gathered: 'council.phase-closed', voting: null, closed: 'council.item-closed' }[state];
    for (const action of ITEM_ACTIONS) {
      expect([action, itemRefusalOf(actor('council-chair'), item({ state }), action)]).toEqual([action, refusal]);
    }
  });

  it('takes a place on its list, but for the chair who closes', () => {
    const outside = item({ entitled: false });
    expect(itemRefusalOf(actor('council-member'), outside, 'vote')).toBe('council.not-entitled');
    expect(itemRefusalOf(actor('council-member'), outside, 'propose')).toBe('council.not-entitled');
    expect(itemRefusalOf(actor('council-chair'), outside, 'close')).toBeNull();
  });

  it('waits while two members appraise it blind', () => {
    for (const action of ITEM_ACTIONS) {
      expect(itemRefusalOf(actor('council-chair'), item({ blindOpen: true }), action)).toBe('council.blind-open');
    }
  });

  it('is closed by the member who leads in the chair’s place too, and by no other', () => {
    expect(openItemActions(actor('council-member'), item({ leads: true }))).toEqual(['propose', 'vote', 'close']);
    expect(itemRefusalOf(actor('council-member'), item(), 'close')).toBe('access.denied');
    expect(itemRefusalOf(actor('home-affairs'), item({ leads: true }), 'close')).toBe('access.denied');
    expect(itemRefusalOf(actor('council-member', ASSESSED), item({ leads: true }), 'close')).toBe('access.own-agency');
  });

  it('says first that the own agency beats every role', () => {
    expect(itemRefusalOf(actor('council-chair', ASSESSED), item({ state: 'closed', phase: 'published' }), 'close')).toBe('access.own-agency');
  });
});

describe('a referral', () => {
  const OPEN: readonly Phase[] = ['appraisal', 'explanation', 'reappraisal', 'council'];

  it.each(PHASES.map((phase) => [phase] as const))('in phase %s', (phase: Phase) => {
    expect(referralRefusalOf(actor('appraiser'), { agencyId: ASSESSED, phase }, OTHER)).toBe(OPEN.includes(phase) ? null : 'council.phase-closed');
  });

  it.each<[string, ReturnType<typeof actor>, string | null, string | null]>([
    ['the appraiser of the criterion', actor('appraiser', OTHER), OTHER, null],
    ['an appraiser of another agency', actor('appraiser', 'so-xay-dung'), OTHER, 'access.not-assigned'],
    ['an appraiser where nobody appraises', actor('appraiser', OTHER), null, 'access.not-assigned'],
    ['home affairs, whoever appraises', actor('home-affairs', 'so-noi-vu'), OTHER, null],
    ['home affairs, where nobody appraises', actor('home-affairs', 'so-noi-vu'), null, null],
    ['an appraiser of the own agency', actor('appraiser', ASSESSED), ASSESSED, 'access.own-agency'],
    ['a member of the council', actor('council-member', OTHER), OTHER, 'access.denied'],
    ['the agency itself', actor('agency-head', ASSESSED), OTHER, 'access.denied'],
  ])('by %s', (_, who, assigned, refusal) => {
    expect(referralRefusalOf(who, { agencyId: ASSESSED, phase: 'appraisal' }, assigned)).toBe(refusal);
  });
});
