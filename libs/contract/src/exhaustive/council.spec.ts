import { type Role, ROLES } from '../access/permissions';
import { type BlindContext, blindSettingRefusalOf, openBlindActions } from '../council/blind.workflow';
import { actingChairRefusalOf, type ConclusionContext, conclusionRefusalOf } from '../council/conclusion.workflow';
import { type ItemContext, openItemActions, referralRefusalOf } from '../council/council.workflow';
import { type Phase, PHASES } from '../cycle/cycle.workflow';
import { COUNCIL_BLIND } from './council-blind.fixture';
import { COUNCIL_CONCLUSIONS } from './council-conclusions.fixture';
import { COUNCIL_ITEMS } from './council-items.fixture';

const ASSESSED = 'so-y-te';
const OUTSIDE = 'so-tu-phap';
const actor = (role: Role, side: string) => ({ grants: [{ role, agencyId: side === 'own' ? ASSESSED : OUTSIDE }] });
const joined = (open: readonly string[]): string => (open.length === 0 ? '.' : open.join('+'));

interface Line {
  readonly role: Role;
  readonly side: string;
  readonly phase: Phase;
  readonly cells: readonly string[];
}

const linesOf = (table: string): readonly Line[] =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [role = '', side = '', phase = '', ...cells] = row.split(/ +/);
      return { role: role as Role, side, phase: phase as Phase, cells };
    });
const named = (lines: readonly Line[]) => lines.map((line) => [`${line.role}, ${line.side}, ${line.phase}`, line] as const);

function expectComplete(lines: readonly Line[]): void {
  expect(lines).toHaveLength(ROLES.length * 2 * PHASES.length);
  expect(new Set(named(lines).map(([name]) => name)).size).toBe(lines.length);
}

describe('every action on an item of the council', () => {
  const lines = linesOf(COUNCIL_ITEMS);
  const item = (phase: Phase, overrides: Partial<ItemContext>): ItemContext => ({ agencyId: ASSESSED, phase, state: 'voting', entitled: true, blindOpen: false, leads: false, ...overrides });
  const situations: readonly Partial<ItemContext>[] = [{ state: 'gathered' }, {}, { entitled: false }, { leads: true }, { blindOpen: true }, { state: 'closed', leads: true }];

  it('is in the table, for every role, side and phase', () => expectComplete(lines));

  it.each(named(lines))('%s', (_, { role, side, phase, cells }) => {
    const items = situations.map((situation) => joined(openItemActions(actor(role, side), item(phase, situation))));
    expect([...items, referralRefusalOf(actor(role, side), { agencyId: ASSESSED, phase }, OUTSIDE) === null ? 'refer' : '.']).toEqual(cells);
  });
});

describe('every action on a blind appraisal', () => {
  const lines = linesOf(COUNCIL_BLIND);
  const context = (phase: Phase, overrides: Partial<BlindContext>): BlindContext => ({ agencyId: ASSESSED, phase, state: 'voting', mode: 'chosen', blind: null, begun: false, seat: 'none', ...overrides });
  const situations: readonly Partial<BlindContext>[] = [
    ...[{ state: 'gathered' as const }, {}, { mode: 'none' as const }, { begun: true }],
    ...[{ blind: 'open' as const }, { blind: 'open' as const, seat: 'to-give' as const }, { blind: 'open' as const, seat: 'given' as const }, { blind: 'compared' as const, seat: 'given' as const }],
    { state: 'closed', blind: 'compared' },
  ];

  it('is in the table, for every role, side and phase', () => expectComplete(lines));

  it.each(named(lines))('%s', (_, { role, side, phase, cells }) => {
    const blind = situations.map((situation) => joined(openBlindActions(actor(role, side), context(phase, situation))));
    expect([...blind, blindSettingRefusalOf(actor(role, side), { phase }) === null ? 'set' : '.']).toEqual(cells);
  });
});

describe('every conclusion of one assessment, and whoever leads it', () => {
  const lines = linesOf(COUNCIL_CONCLUSIONS);
  const context = (phase: Phase, overrides: Partial<ConclusionContext>): ConclusionContext => ({ agencyId: ASSESSED, phase, state: 'reappraised', openItems: 0, chair: 'there', leads: false, ...overrides });
  const situations: readonly Partial<ConclusionContext>[] = [{}, { leads: true, chair: 'acting' }, { openItems: 1 }, { state: 'explained' }, { state: 'decided' }];

  it('is in the table, for every role, side and phase', () => expectComplete(lines));

  it.each(named(lines))('%s', (_, { role, side, phase, cells }) => {
    const concluding = situations.map((situation) => (conclusionRefusalOf(actor(role, side), context(phase, situation)) === null ? 'YES' : '.'));
    const naming = (['there', 'acting', 'missing'] as const).map((chair) => (actingChairRefusalOf(actor(role, side), context(phase, { chair })) === null ? 'YES' : '.'));
    expect([...concluding, ...naming]).toEqual(cells);
  });
});
