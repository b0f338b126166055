import { type Role, ROLES } from '../access/permissions';
import { PHASES, type Phase, type Window } from '../cycle/cycle.workflow';
import {
  agencySeesAppraisal,
  agencySeesDecisions,
  answerRefusalOf,
  ASSESSMENT_ACTIONS,
  ASSESSMENT_STATES,
  ASSESSMENT_TRANSITIONS,
  type AssessmentAction,
  type AssessmentContext,
  type AssessmentState,
  assessmentRefusalOf,
  explanationWindow,
  openAssessmentActions,
  selfAssessmentWindow,
} from './assessment.workflow';

const OWN = 'so-tu-phap';
const OTHER = 'so-noi-vu';
const WINDOW: Window = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-20T00:00:00Z', closeAt: '2026-11-25T00:00:00Z' };
const ON_TIME = '2026-11-10T00:00:00Z';
const LATE = '2026-11-21T00:00:00Z';
const CLOSED = '2026-11-26T00:00:00Z';

const actor = (role: Role, agencyId: string) => ({ grants: [{ role, agencyId }] });

function context(overrides: Partial<AssessmentContext> = {}): AssessmentContext {
  return { state: 'drafting', agencyId: OWN, phase: 'self-assessment', window: WINDOW, extended: false, explanation: { window: WINDOW, extended: false }, now: ON_TIME, ...overrides };
}

/** Who may take which action from which state while self-assessment is open. Everything that is not here is refused. */
const OPEN_IN_SELF_ASSESSMENT: Readonly<Record<string, Partial<Record<AssessmentState, readonly AssessmentAction[]>>>> = {
  'agency-officer of the agency': { 'drafting': ['send'], 'awaiting-head': ['withdraw'] },
  'agency-head of the agency': { 'drafting': ['submit'], 'awaiting-head': ['submit', 'return'] },
  'home-affairs of another': { submitted: ['reopen'] },
};

const SIDES = [
  ['of the agency', OWN],
  ['of another', OTHER],
] as const;

describe('the moves of an assessment while self-assessment is open', () => {
  const rows = ROLES.flatMap((role) => SIDES.map(([side, agencyId]) => [`${role} ${side}`, role, agencyId] as const));

  it.each(rows)('a %s may make just those of the table', (name, role, agencyId) => {
    for (const state of ASSESSMENT_STATES) {
      expect([state, openAssessmentActions(actor(role, agencyId), context({ state }))]).toEqual([
        state,
        OPEN_IN_SELF_ASSESSMENT[name]?.[state] ?? [],
      ]);
    }
  });
});

/** The refusal for each action by an actor who would be the right one, from each state, in phase self-assessment and on time. */
const REFUSALS: Readonly<Record<AssessmentAction, Readonly<Record<AssessmentState, string>>>> = tableOf(`
action               drafting awaiting-head submitted appraised explaining explained reappraised decided final
send                 ok       state         state     state     state      state     state       state   state
submit               ok       ok            state     state     state      state     state       state   state
return               state    ok            state     state     state      state     state       state   state
withdraw             state    ok            state     state     state      state     state       state   state
reopen               state    state         ok        state     state      state     state       state   state
take-as-it-stands    denied   denied        denied    denied    denied     denied    denied      denied  denied
complete-appraisal   denied   denied        denied    denied    denied     denied    denied      denied  denied
close-appraisal      state    state         phase     state     state      state     state       state   state
open-differences     denied   denied        denied    denied    denied     denied    denied      denied  denied
nothing-to-explain   denied   denied        denied    denied    denied     denied    denied      denied  denied
submit-explanation   state    state         state     state     shut       state     state       state   state
silence              denied   denied        denied    denied    denied     denied    denied      denied  denied
complete-reappraisal denied   denied        denied    denied    denied     denied    denied      denied  denied
close-council        denied   denied        denied    denied    denied     denied    denied      denied  denied
publish              denied   denied        denied    denied    denied     denied    denied      denied  denied
`);

const WORD: Readonly<Record<string, string | null>> = {
  ok: null,
  state: 'assessment.state-illegal',
  denied: 'access.denied',
  phase: 'appraisal.phase-closed',
  shut: 'assessment.phase-closed',
};

const RIGHT_ACTOR: Readonly<Record<AssessmentAction, ReturnType<typeof actor>>> = {
  'send': actor('agency-officer', OWN),
  'submit': actor('agency-head', OWN),
  'return': actor('agency-head', OWN),
  'withdraw': actor('agency-officer', OWN),
  'reopen': actor('home-affairs', OTHER),
  'take-as-it-stands': actor('home-affairs', OTHER),
  'complete-appraisal': actor('appraiser', OTHER),
  'close-appraisal': actor('home-affairs', OTHER),
  'open-differences': actor('home-affairs', OTHER),
  'nothing-to-explain': actor('home-affairs', OTHER),
  'submit-explanation': actor('agency-head', OWN),
  'silence': actor('home-affairs', OTHER),
  'complete-reappraisal': actor('appraiser', OTHER),
  'close-council': actor('council-chair', OTHER),
  'publish': actor('home-affairs', OTHER),
};

function tableOf(text: string): Record<AssessmentAction, Record<AssessmentState, string>> {
  const [head, ...lines] = text.trim().split('\n').map((line) => line.split(/ +/));
  const states = (head ?? []).slice(1);
  const rows = lines.map(([action, ...cells]) => [action, Object.fromEntries(cells.map((cell, at) => [states[at], cell]))]);
  return Object.fromEntries(rows) as Record<AssessmentAction, Record<AssessmentState, string>>;
}

describe('every action from every state', () => {
  const cells = ASSESSMENT_ACTIONS.flatMap((action) => ASSESSMENT_STATES.map((state) => [action, state] as const));

  it.each(cells)('%s from %s', (action, state) => {
    expect(assessmentRefusalOf(RIGHT_ACTOR[action], context({ state }), action)).toBe(WORD[REFUSALS[action][state]]);
  });

  it('names every action and state in the table', () => {
    expect(Object.keys(REFUSALS)).toEqual([...ASSESSMENT_ACTIONS]);
    expect(Object.keys(REFUSALS.send)).toEqual([...ASSESSMENT_STATES]);
  });
});

describe('the transition table', () => {
  it('reaches every state from drafting', () => {
    const reached = new Set<AssessmentState>(['drafting']);
    for (let grown = 0; grown !== reached.size; ) {
      grown = reached.size;
      const moves = Object.values(ASSESSMENT_TRANSITIONS).filter(({ from }) => from.some((state) => reached.has(state)));
      moves.forEach(({ to }) => reached.add(to));
    }
    expect([...reached].sort()).toEqual([...ASSESSMENT_STATES].sort());
  });

  it('leads out of every state but the last', () => {
    for (const state of ASSESSMENT_STATES.filter((it) => it !== 'final')) {
      expect(Object.values(ASSESSMENT_TRANSITIONS).some(({ from }) => from.includes(state))).toBe(true);
    }
    expect(Object.values(ASSESSMENT_TRANSITIONS).some(({ from }) => from.includes('final'))).toBe(false);
  });

  it.each<[AssessmentAction, boolean]>([
    ['send', false],
    ['submit', false],
    ['return', true],
    ['withdraw', true],
    ['reopen', true],
    ['close-appraisal', true],
    ['submit-explanation', false],
    ['take-as-it-stands', false],
    ['complete-appraisal', false],
    ['open-differences', false],
    ['nothing-to-explain', false],
    ['silence', false],
    ['complete-reappraisal', false],
    ['close-council', false],
    ['publish', false],
  ])('%s needs a reason: %s', (action, expected) => {
    expect(ASSESSMENT_TRANSITIONS[action].reasonRequired).toBe(expected);
  });

  it.each<[AssessmentAction, AssessmentState]>([
    ['send', 'awaiting-head'],
    ['submit', 'submitted'],
    ['return', 'drafting'],
    ['withdraw', 'drafting'],
    ['reopen', 'drafting'],
    ['take-as-it-stands', 'submitted'],
    ['complete-appraisal', 'appraised'],
    ['close-appraisal', 'appraised'],
    ['open-differences', 'explaining'],
    ['nothing-to-explain', 'reappraised'],
    ['submit-explanation', 'explained'],
    ['silence', 'explained'],
    ['complete-reappraisal', 'reappraised'],
    ['close-council', 'decided'],
    ['publish', 'final'],
  ])('%s leads to %s', (action, expected) => {
    expect(ASSESSMENT_TRANSITIONS[action].to).toBe(expected);
  });

  it.each<[AssessmentAction, string]>([
    ['take-as-it-stands', 'clock'],
    ['complete-appraisal', 'appraisers'],
    ['open-differences', 'clock'],
    ['nothing-to-explain', 'clock'],
    ['silence', 'clock'],
    ['complete-reappraisal', 'appraisers'],
    ['close-council', 'chair'],
    ['publish', 'publication'],
  ])('%s is made by the system: %s', (action, system) => {
    expect(ASSESSMENT_TRANSITIONS[action].by).toEqual({ system });
  });
});

describe('the window of self-assessment', () => {
  it.each<[string, Partial<AssessmentContext>, string]>([
    ['open on time', { now: ON_TIME }, 'open'],
    ['open at the deadline', { now: WINDOW.deadlineAt }, 'open'],
    ['late after it', { now: LATE }, 'late'],
    ['late at the close', { now: WINDOW.closeAt }, 'late'],
    ['closed after the close, though nobody moved the phase', { now: CLOSED }, 'closed'],
    ['closed before the opening', { now: '2026-10-31T00:00:00Z' }, 'closed'],
    ['closed in phase appraisal', { phase: 'appraisal' }, 'closed'],
    ['open in phase appraisal with an extension', { phase: 'appraisal', extended: true }, 'open'],
    ['late in phase appraisal with an extension', { phase: 'appraisal', extended: true, now: LATE }, 'late'],
    ['closed when the extension is over', { phase: 'appraisal', extended: true, now: CLOSED }, 'closed'],
    ['closed while preparing', { phase: 'preparing' }, 'closed'],
    ['closed in phase explanation, extension or not', { phase: 'explanation', extended: true }, 'closed'],
  ])('is %s', (_, overrides, expected) => {
    expect(selfAssessmentWindow(context(overrides))).toBe(expected);
  });

  it.each<[AssessmentAction, AssessmentState]>([
    ['send', 'drafting'],
    ['submit', 'awaiting-head'],
    ['return', 'awaiting-head'],
    ['withdraw', 'awaiting-head'],
    ['reopen', 'submitted'],
  ])('locks %s after the close', (action, state) => {
    const refusal = assessmentRefusalOf(RIGHT_ACTOR[action], context({ state, now: CLOSED }), action);
    expect(refusal).toBe('assessment.phase-closed');
  });

  it.each<[AssessmentAction, AssessmentState]>([
    ['send', 'drafting'],
    ['submit', 'awaiting-head'],
    ['return', 'awaiting-head'],
    ['withdraw', 'awaiting-head'],
    ['reopen', 'submitted'],
  ])('still lets %s through between deadline and close', (action, state) => {
    expect(assessmentRefusalOf(RIGHT_ACTOR[action], context({ state, now: LATE }), action)).toBeNull();
  });
});

describe('answering the differences', () => {
  it.each(PHASES.map((phase) => [phase]))('is open to the head in phase explanation only: %s', (phase: Phase) => {
    const refusal = assessmentRefusalOf(actor('agency-head', OWN), context({ state: 'explaining', phase }), 'submit-explanation');
    expect(refusal).toBe(phase === 'explanation' ? null : 'assessment.phase-closed');
  });

  it('is refused to the officer and to other agencies', () => {
    const explaining = context({ state: 'explaining', phase: 'explanation' });
    expect(assessmentRefusalOf(actor('agency-officer', OWN), explaining, 'submit-explanation')).toBe('access.denied');
    expect(assessmentRefusalOf(actor('agency-head', OTHER), explaining, 'submit-explanation')).toBe('access.denied');
  });
});

describe('the window of the explanation', () => {
  const extended = { window: WINDOW, extended: true };
  it.each<[string, Partial<AssessmentContext>, string]>([
    ['open on time', { now: ON_TIME }, 'open'],
    ['open at the deadline', { now: WINDOW.deadlineAt }, 'open'],
    ['late after it', { now: LATE }, 'late'],
    ['late at the close', { now: WINDOW.closeAt }, 'late'],
    ['closed after the close, though nobody moved the phase', { now: CLOSED }, 'closed'],
    ['closed before the opening', { now: '2026-10-31T00:00:00Z' }, 'closed'],
    ['closed in phase reappraisal', { phase: 'reappraisal' }, 'closed'],
    ['open in phase reappraisal with an extension', { phase: 'reappraisal', explanation: extended }, 'open'],
    ['late in phase reappraisal with an extension', { phase: 'reappraisal', explanation: extended, now: LATE }, 'late'],
    ['closed when the extension is over', { phase: 'reappraisal', explanation: extended, now: CLOSED }, 'closed'],
    ['closed in phase council, extension or not', { phase: 'council', explanation: extended }, 'closed'],
    ['closed in phase appraisal', { phase: 'appraisal', explanation: extended }, 'closed'],
  ])('is %s', (_, overrides, expected) => {
    expect(explanationWindow(context({ phase: 'explanation', ...overrides }))).toBe(expected);
  });

  it('is closed where the cycle has no dates for it', () => {
    const { explanation, ...without } = context({ phase: 'explanation' });
    expect(explanation).toBeDefined();
    expect(explanationWindow(without)).toBe('closed');
  });

  it.each<[string, string | null]>([
    [ON_TIME, null],
    [LATE, null],
    [CLOSED, 'assessment.phase-closed'],
  ])('at %s lets the head submit: %s', (now, expected) => {
    expect(assessmentRefusalOf(actor('agency-head', OWN), context({ state: 'explaining', phase: 'explanation', now }), 'submit-explanation')).toBe(expected);
  });
});

describe('closing an appraisal by hand', () => {
  it.each(PHASES.map((phase) => [phase]))('is open in phase appraisal only: %s', (phase: Phase) => {
    const refusal = assessmentRefusalOf(actor('home-affairs', OTHER), context({ state: 'submitted', phase }), 'close-appraisal');
    expect(refusal).toBe(phase === 'appraisal' ? null : 'appraisal.phase-closed');
  });

  it.each<[AssessmentAction, AssessmentState]>([
    ['reopen', 'submitted'],
    ['close-appraisal', 'submitted'],
  ])('as %s is refused at the own agency', (action, state) => {
    const phase = action === 'reopen' ? 'self-assessment' : 'appraisal';
    const refusal = assessmentRefusalOf(actor('home-affairs', OWN), context({ state, phase }), action);
    expect(refusal).toBe('access.own-agency');
  });

  it('is refused to somebody of home affairs who also belongs to the agency', () => {
    const both = { grants: [{ role: 'home-affairs', agencyId: OTHER }, { role: 'agency-officer', agencyId: OWN }] as const };
    expect(assessmentRefusalOf(both, context({ state: 'submitted', phase: 'appraisal' }), 'close-appraisal')).toBe('access.own-agency');
  });
});

describe('changing an answer', () => {
  it.each(ASSESSMENT_STATES.map((state) => [state]))('is open to an officer of the agency while drafting only: %s', (state) => {
    const refusal = answerRefusalOf(actor('agency-officer', OWN), context({ state }));
    expect(refusal).toBe(state === 'drafting' ? null : 'assessment.state-illegal');
  });

  const rows = ROLES.flatMap((role) => SIDES.map(([side, agencyId]) => [role, side, agencyId] as const));
  it.each(rows)('by %s %s', (role, _, agencyId) => {
    const expected = role === 'agency-officer' && agencyId === OWN ? null : 'access.denied';
    expect(answerRefusalOf(actor(role, agencyId), context())).toBe(expected);
  });

  it('is accepted between deadline and close, and refused after it', () => {
    expect(answerRefusalOf(actor('agency-officer', OWN), context({ now: LATE }))).toBeNull();
    expect(answerRefusalOf(actor('agency-officer', OWN), context({ now: CLOSED }))).toBe('assessment.phase-closed');
  });

  it('is accepted during the appraisal where the agency has an extension', () => {
    const extended = context({ phase: 'appraisal', extended: true });
    expect(answerRefusalOf(actor('agency-officer', OWN), extended)).toBeNull();
    expect(answerRefusalOf(actor('agency-officer', OWN), { ...extended, extended: false })).toBe('assessment.phase-closed');
  });
});

describe('what the agency sees', () => {
  it.each<[Phase, boolean, boolean]>([
    ['preparing', false, false],
    ['self-assessment', false, false],
    ['appraisal', false, false],
    ['explanation', true, false],
    ['reappraisal', true, false],
    ['council', true, false],
    ['preliminary', true, true],
    ['published', true, true],
  ])('in phase %s: appraisal 1 %s, later decisions %s', (phase, appraisal, decisions) => {
    expect(agencySeesAppraisal(phase)).toBe(appraisal);
    expect(agencySeesDecisions(phase)).toBe(decisions);
  });
});
