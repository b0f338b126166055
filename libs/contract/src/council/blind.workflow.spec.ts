import { type Role, ROLES } from '../access/permissions';
import { PHASES } from '../cycle/cycle.workflow';
import {
  BLIND_ACTIONS,
  BLIND_MODES,
  BLIND_SEATS,
  type BlindCandidate,
  type BlindContext,
  blindPairRefusalOf,
  blindRefusalOf,
  blindSettingRefusalOf,
  drawBlindPair,
  openBlindActions,
  STANDARD_BLIND,
} from './blind.workflow';
import { ITEM_STATES } from './council.workflow';

const ASSESSED = 'so-y-te';
const OTHER = 'so-tu-phap';
const actor = (role: Role, agencyId = OTHER) => ({ grants: [{ role, agencyId }] });
const item = (overrides: Partial<BlindContext> = {}): BlindContext => ({
  ...{ agencyId: ASSESSED, phase: 'council', state: 'voting', mode: 'chosen', blind: null, begun: false, seat: 'none' },
  ...overrides,
});
const asked = (overrides: Partial<BlindContext> = {}) => item({ blind: 'open', seat: 'to-give', ...overrides });

describe('a blind appraisal of an item', () => {
  const MAY: Readonly<Partial<Record<Role, readonly (readonly string[])[]>>> = {
    'home-affairs': [['assign'], ['withdraw']],
    'council-chair': [['assign'], ['withdraw', 'give']],
    'council-member': [[], ['give']],
  };

  it.each(ROLES.map((role) => [role] as const))('is chosen, called off and given by a %s of another agency as its role allows, by none of the own', (role) => {
    const [before, after] = MAY[role] ?? [[], []];
    expect([openBlindActions(actor(role), item()), openBlindActions(actor(role), asked())]).toEqual([before, after]);
    expect([openBlindActions(actor(role, ASSESSED), item()), openBlindActions(actor(role, ASSESSED), asked())]).toEqual([[], []]);
  });

  it.each(PHASES.map((phase) => [phase] as const))('in phase %s', (phase) => {
    const refusal = phase === 'council' || phase === 'preliminary' ? null : 'council.phase-closed';
    expect(blindRefusalOf(actor('council-chair'), item({ phase }), 'assign')).toBe(refusal);
    expect(blindRefusalOf(actor('council-chair'), asked({ phase }), 'withdraw')).toBe(refusal);
    expect(blindRefusalOf(actor('council-member'), asked({ phase }), 'give')).toBe(refusal);
  });

  it.each(ITEM_STATES.map((state) => [state] as const))('of an item that is %s', (state) => {
    const refusal = { gathered: 'council.phase-closed', voting: null, closed: 'council.item-closed' }[state];
    expect(blindRefusalOf(actor('home-affairs'), item({ state }), 'assign')).toBe(refusal);
    expect(blindRefusalOf(actor('home-affairs'), asked({ state }), 'withdraw')).toBe(refusal);
    expect(blindRefusalOf(actor('council-member'), asked({ state }), 'give')).toBe(refusal);
  });

  it.each(BLIND_MODES.map((mode) => [mode] as const))('may be asked for where the cycle has %s of them', (mode) => {
    expect(blindRefusalOf(actor('home-affairs'), item({ mode }), 'assign')).toBe(mode === 'none' ? 'council.blind-off' : null);
  });

  it('is asked for once, and before anybody has voted or proposed', () => {
    expect(blindRefusalOf(actor('home-affairs'), item({ blind: 'open' }), 'assign')).toBe('council.blind-exists');
    expect(blindRefusalOf(actor('home-affairs'), item({ blind: 'compared' }), 'assign')).toBe('council.blind-exists');
    expect(blindRefusalOf(actor('home-affairs'), item({ begun: true }), 'assign')).toBe('council.vote-begun');
  });

  it.each(BLIND_SEATS.map((seat) => [seat] as const))('is given once, by one of the two: seat %s', (seat) => {
    const refusal = { 'none': 'council.blind-not-yours', 'to-give': null, 'given': 'council.blind-given' }[seat];
    expect(blindRefusalOf(actor('council-member'), asked({ seat }), 'give')).toBe(refusal);
  });

  it('is neither given nor called off once both are in, or where there is none', () => {
    for (const blind of ['compared', null] as const) {
      expect(blindRefusalOf(actor('council-member'), asked({ blind }), 'give')).toBe('council.blind-none');
      expect(blindRefusalOf(actor('home-affairs'), asked({ blind }), 'withdraw')).toBe('council.blind-none');
    }
  });

  it('says first that the own agency beats every role', () => {
    for (const action of BLIND_ACTIONS) {
      expect(blindRefusalOf(actor('council-chair', ASSESSED), asked({ state: 'closed', phase: 'published' }), action)).toBe('access.own-agency');
    }
  });
});

describe('how items are appraised blind', () => {
  it.each(ROLES.map((role) => [role] as const))('is set by a %s only where the role chooses', (role) => {
    const refusal = role === 'home-affairs' || role === 'council-chair' ? null : 'access.denied';
    expect(blindSettingRefusalOf(actor(role), { phase: 'council' })).toBe(refusal);
  });

  it('stays once the result is published', () => {
    expect(PHASES.filter((phase) => blindSettingRefusalOf(actor('home-affairs'), { phase }) !== null)).toEqual(['published']);
  });

  it('is by choice, a tenth of the maximum apart, until somebody chooses', () => {
    expect(STANDARD_BLIND).toEqual({ mode: 'chosen', threshold: 10 });
  });
});

describe('the two', () => {
  const candidate = (id: string, overrides: Partial<BlindCandidate> = {}): BlindCandidate => ({ id, fullName: id, ofAppraiser: false, seats: 0, ...overrides });
  const inside = (id: string) => candidate(id, { ofAppraiser: true });

  it('are two different people who are entitled', () => {
    const all = [candidate('a'), candidate('b'), candidate('c')];
    expect(blindPairRefusalOf(['a', 'b'], all)).toBeNull();
    for (const pair of [[], ['a'], ['a', 'a'], ['a', 'x'], ['a', 'b', 'c'], ['a', 'b', 'b']]) {
      expect([pair, blindPairRefusalOf(pair, all)]).toEqual([pair, 'council.blind-pair']);
    }
  });

  it('are not of the appraising agency where that can be avoided', () => {
    expect(blindPairRefusalOf(['a', 'x'], [candidate('a'), candidate('b'), inside('x')])).toBe('council.blind-appraiser');
    expect(blindPairRefusalOf(['a', 'x'], [candidate('a'), inside('x'), inside('y')])).toBeNull();
    expect(blindPairRefusalOf(['x', 'y'], [candidate('a'), inside('x'), inside('y')])).toBe('council.blind-appraiser');
    expect(blindPairRefusalOf(['x', 'y'], [inside('x'), inside('y')])).toBeNull();
  });

  it('are drawn from the others first, then by whose turn it is', () => {
    expect(drawBlindPair([candidate('c', { seats: 2 }), candidate('b', { seats: 1 }), candidate('a', { seats: 1 })])).toEqual(['a', 'b']);
    expect(drawBlindPair([inside('x'), candidate('b', { seats: 9 }), candidate('a', { seats: 8 })])).toEqual(['a', 'b']);
    expect(drawBlindPair([inside('x'), candidate('a', { seats: 8 })])).toEqual(['a', 'x']);
    expect(drawBlindPair([candidate('a')])).toBeNull();
    expect(drawBlindPair([])).toBeNull();
  });

  it('that are drawn may always be chosen', () => {
    const people = [candidate('a'), candidate('b', { seats: 3 }), inside('x'), inside('y'), candidate('c', { seats: 1 })];
    for (let mask = 0; mask < 2 ** people.length; mask += 1) {
      const some = people.filter((_, place) => (mask >> place) % 2 === 1);
      const pair = drawBlindPair(some);
      expect([mask, pair && blindPairRefusalOf(pair, some)]).toEqual([mask, null]);
    }
  });
});
