import { type Role, ROLES } from '../access/permissions';
import { baseFigureRefusalOf, decisionRefusalOf } from '../appraisal/appraisal.workflow';
import { answerRefusalOf, ASSESSMENT_ACTIONS, ASSESSMENT_STATES, type AssessmentContext, type AssessmentState, assessmentRefusalOf } from '../assessment/assessment.workflow';
import { CYCLE_ACTIONS, cycleRefusalOf, type Phase, PHASES } from '../cycle/cycle.workflow';
import { EXTENSIBLE_PHASES, type ExtensiblePhase, extensionRefusalOf } from '../cycle/extension.workflow';
import { explanationRefusalOf, remarkRefusalOf, type RemarkVisibility } from '../explanation/explanation.workflow';
import { ANSWERS } from './answers.fixture';
import { CYCLES } from './cycles.fixture';
import { DECISIONS } from './decisions.fixture';
import { DECISIONS_BY_PERSON } from './decisions-by-person.fixture';
import { EXPLANATIONS } from './explanations.fixture';
import { EXTENSIONS } from './extensions.fixture';
import { INTERNAL_REMARKS } from './internal-remarks.fixture';
import { MOVES_IN_APPRAISAL } from './moves-appraisal.fixture';
import { MOVES_IN_EXPLANATION } from './moves-explanation.fixture';
import { MOVES_IN_SELF_ASSESSMENT } from './moves-self-assessment.fixture';
import { SHARED_REMARKS } from './shared-remarks.fixture';

const ASSESSED = 'so-y-te';
const OWNER = 'so-tu-phap';
const THIRD = 'so-noi-vu';
const AGENCIES: Readonly<Record<string, string>> = { own: ASSESSED, assigned: OWNER, other: THIRD };
const WINDOW = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-20T00:00:00Z', closeAt: '2026-11-25T00:00:00Z' };
const ON_TIME = '2026-11-10T00:00:00Z';

const WORDS: Readonly<Record<string, string>> = {
  'access.denied': '.',
  'access.own-agency': 'own',
  'access.not-assigned': 'unassigned',
  'access.other-person': 'person',
  'assessment.state-illegal': 'state',
  'assessment.phase-closed': 'shut',
  'appraisal.phase-closed': 'phase',
  'cycle.phase-illegal': 'phase',
};
const word = (refusal: string | null): string => (refusal === null ? 'YES' : (WORDS[refusal] ?? refusal));

interface Line {
  readonly role: Role;
  readonly second: string;
  readonly third: string;
  readonly cells: readonly string[];
}

/** The lines of a table whose first `keys` columns say whom and what it is about. */
function linesOf(table: string, keys: 2 | 3): readonly Line[] {
  const rows = table.trim().split('\n').slice(1);
  return rows.map((row) => {
    const cells = row.split(/ +/);
    return { role: cells[0] as Role, second: cells[1] ?? '', third: keys === 3 ? (cells[2] ?? '') : '', cells: cells.slice(keys) };
  });
}

const named = (lines: readonly Line[]) => lines.map((line) => [`${line.role}, ${line.second}${line.third && `, ${line.third}`}`, line] as const);
const actor = (role: Role, side: string) => ({ id: 'me', grants: [{ role, agencyId: AGENCIES[side] ?? THIRD }] });
const context = (overrides: Partial<AssessmentContext>): AssessmentContext => ({
  ...{ state: 'drafting', agencyId: ASSESSED, phase: 'self-assessment', window: WINDOW, extended: false, explanation: { window: WINDOW, extended: false }, now: ON_TIME },
  ...overrides,
});

describe.each<[Phase, string]>([
  ['self-assessment', MOVES_IN_SELF_ASSESSMENT],
  ['appraisal', MOVES_IN_APPRAISAL],
  ['explanation', MOVES_IN_EXPLANATION],
])('every move in phase %s', (phase, table) => {
  const lines = linesOf(table, 3);

  it('is in the table, for every role, side and state', () => {
    expect(lines).toHaveLength(ROLES.length * 2 * ASSESSMENT_STATES.length);
    expect(new Set(named(lines).map(([name]) => name)).size).toBe(lines.length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const state = third as AssessmentState;
    expect(ASSESSMENT_ACTIONS.map((action) => word(assessmentRefusalOf(actor(role, second), context({ phase, state }), action)))).toEqual(cells);
  });
});

describe('every decision', () => {
  const lines = linesOf(DECISIONS, 3);

  it('is in the table, for every role, side and phase', () => {
    expect(lines).toHaveLength(ROLES.length * 3 * PHASES.length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const phase = third as Phase;
    expect(ASSESSMENT_STATES.map((state) => word(decisionRefusalOf(actor(role, second), context({ phase, state }), OWNER)))).toEqual(cells);
  });
});

describe('every decision on a criterion that is given to a person', () => {
  const lines = linesOf(DECISIONS_BY_PERSON, 3);
  const DECIDERS: Readonly<Record<string, readonly string[] | null>> = { nobody: null, self: ['me'], delegator: ['ill', 'me'], another: ['another'] };
  const situations: readonly (readonly [Phase, AssessmentState])[] = [
    ...(['submitted', 'appraised'] as const).map((state) => ['appraisal', state] as const),
    ['reappraisal', 'explained'],
    ['explanation', 'explaining'],
    ['council', 'reappraised'],
  ];

  it('is in the table, for every role, side and person', () => {
    expect(lines).toHaveLength(ROLES.length * 3 * Object.keys(DECIDERS).length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const refusals = situations.map(([phase, state]) => decisionRefusalOf(actor(role, second), context({ phase, state }), OWNER, DECIDERS[third]));
    expect(refusals.map(word)).toEqual(cells);
  });
});

describe('every change of an answer', () => {
  const lines = linesOf(ANSWERS, 3);

  it('is in the table, for every role, side and state', () => {
    expect(lines).toHaveLength(ROLES.length * 2 * ASSESSMENT_STATES.length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const state = third as AssessmentState;
    const situations: readonly Partial<AssessmentContext>[] = [
      ...PHASES.map((phase) => ({ phase })),
      { phase: 'appraisal', extended: true },
      { now: '2026-11-21T00:00:00Z' },
      { now: '2026-11-26T00:00:00Z' },
    ];
    expect(situations.map((situation) => word(answerRefusalOf(actor(role, second), context({ state, ...situation }))))).toEqual(cells);
  });
});

describe('every explanation', () => {
  const lines = linesOf(EXPLANATIONS, 3);
  const extended = { phase: 'reappraisal', explanation: { window: WINDOW, extended: true } } as const;
  const situations: readonly Partial<AssessmentContext>[] = [
    ...[ON_TIME, '2026-11-21T00:00:00Z', '2026-11-26T00:00:00Z', '2026-10-31T00:00:00Z'].map((now) => ({ phase: 'explanation' as const, now })),
    ...[{ phase: 'reappraisal' as const }, extended, { phase: 'council' as const }, { phase: 'preliminary' as const }],
  ];

  it('is in the table, for every role, side and state', () => {
    expect(lines).toHaveLength(ROLES.length * 2 * ASSESSMENT_STATES.length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const state = third as AssessmentState;
    expect(situations.map((situation) => word(explanationRefusalOf(actor(role, second), context({ state, ...situation }))))).toEqual(cells);
  });
});

describe.each<[RemarkVisibility, string]>([
  ['internal', INTERNAL_REMARKS],
  ['shared', SHARED_REMARKS],
])('every %s remark', (visibility, table) => {
  const lines = linesOf(table, 3);

  it('is in the table, for every role, side and state', () => {
    expect(lines).toHaveLength(ROLES.length * 2 * ASSESSMENT_STATES.length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const state = third as AssessmentState;
    expect(PHASES.map((phase) => word(remarkRefusalOf(actor(role, second), context({ state, phase }), visibility)))).toEqual(cells);
  });
});

describe('every extension', () => {
  const lines = linesOf(EXTENSIONS, 3);

  it('is in the table, for every role, phase that is extended and phase of the cycle', () => {
    expect(lines).toHaveLength(ROLES.length * EXTENSIBLE_PHASES.length * PHASES.length);
    expect(new Set(named(lines).map(([name]) => name)).size).toBe(lines.length);
  });

  it.each(named(lines))('%s', (_, { role, second, third, cells }) => {
    const phase = third as Phase;
    expect(ASSESSMENT_STATES.map((state) => word(extensionRefusalOf(actor(role, 'other'), { phase, state }, second as ExtensiblePhase)))).toEqual(cells);
  });
});

describe('every action on a cycle, and on the figures that Sở Nội vụ enters', () => {
  const lines = linesOf(CYCLES, 2);

  it('is in the table, for every role and phase', () => {
    expect(lines).toHaveLength(ROLES.length * PHASES.length);
  });

  it.each(named(lines))('%s', (_, { role, second, cells }) => {
    const phase = second as Phase;
    const onCycle = CYCLE_ACTIONS.map((action) => word(cycleRefusalOf(actor(role, 'other'), { phase }, action)));
    expect([...onCycle, word(baseFigureRefusalOf(actor(role, 'other'), { agencyId: ASSESSED, phase }))]).toEqual(cells);
  });
});
