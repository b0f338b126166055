import {
  actingChairRefusalOf,
  ASSESSMENT_ACTIONS,
  ASSESSMENT_STATES,
  ASSESSMENT_TRANSITIONS,
  type AssessmentContext,
  type AssessmentState,
  assessmentRefusalOf,
  type BlindContext,
  conclusionRefusalOf,
  CRITERIA_SET_MOVES,
  CRITERIA_SET_STATES,
  decisionRefusalOf,
  type ItemContext,
  type Mover,
  openBlindActions,
  openCriteriaSetActions,
  openItemActions,
  PERMISSIONS,
  type Phase,
  PHASES,
  type Role,
  ROLE_PERMISSIONS,
  ROLES,
  WINDOWED_PHASES,
} from '@par-index/contract';

type Side = 'own' | 'other';

const ASSESSED = 'assessed';
const OUTSIDE = 'outside';
const window = { opensAt: '2026-01-01T00:00:00Z', deadlineAt: '2026-02-01T00:00:00Z', closeAt: '2026-03-01T00:00:00Z' };

const code = (text: string): string => `\`${text}\``;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const actorOf = (role: Role, side: Side) => ({ id: 'somebody', grants: [{ role, agencyId: side === 'own' ? ASSESSED : OUTSIDE }] });

const contextOf = (phase: Phase, state: AssessmentState): AssessmentContext => ({
  ...{ phase, state, agencyId: ASSESSED, window, extended: false, explanation: { window, extended: false }, now: '2026-01-15T00:00:00Z' },
});

function moverWords(by: Mover): string {
  if ('system' in by) {
    return `system: ${by.system}`;
  }
  return 'own' in by ? `own ${by.own.map(code).join(', ')}` : `${by.other.map(code).join(', ')} of elsewhere`;
}

function phases(): string {
  const windowed: readonly Phase[] = WINDOWED_PHASES;
  return table(
    ['Phase', 'Next', 'Opening, deadline and close'],
    PHASES.map((phase, place) => [code(phase), PHASES[place + 1] ? code(PHASES[place + 1] as Phase) : '–', windowed.includes(phase) ? 'yes' : '–']),
  );
}

function moves(): string {
  const rows = ASSESSMENT_ACTIONS.map((action) => {
    const { from, to, by, reasonRequired } = ASSESSMENT_TRANSITIONS[action];
    return [code(action), from.map(code).join(', '), code(to), moverWords(by), reasonRequired ? 'required' : ''];
  });
  return table(['Move', 'From', 'To', 'By', 'Reason'], rows);
}

/** The moves open to one side of one role in a state, each with the phases in which it is. */
function openMoves(role: Role, side: Side, state: AssessmentState): string {
  const lines = ASSESSMENT_ACTIONS.flatMap((action) => {
    const open = PHASES.filter((phase) => assessmentRefusalOf(actorOf(role, side), contextOf(phase, state), action) === null);
    return open.length === 0 ? [] : [`${code(action)} in ${open.length === PHASES.length ? 'every phase' : open.map(code).join(', ')}`];
  });
  return lines.join('; ');
}

/** Every role, side and state in which a person may make a move; what is not listed is refused. */
function whoMoves(): string {
  const rows = ROLES.flatMap((role) =>
    (['own', 'other'] as const).flatMap((side) =>
      ASSESSMENT_STATES.map((state) => [code(role), side, code(state), openMoves(role, side, state)] as const).filter(([, , , open]) => open !== ''),
    ),
  );
  return table(['Role', 'Agency', 'State', 'May'], rows);
}

/** The phases and states in which who is assigned decides; each role both as member of the assigned agency and of another. */
function whoDecides(): string {
  const rows = ROLES.flatMap((role) => {
    const actor = actorOf(role, 'other');
    const open = PHASES.flatMap((phase) =>
      ASSESSMENT_STATES.filter((state) => decisionRefusalOf(actor, contextOf(phase, state), OUTSIDE) === null).map((state) => `${code(state)} in ${code(phase)}`),
    );
    return open.length === 0 ? [] : [[code(role), open.join('; ')]];
  });
  return table(['Role of the assigned agency', 'Decides where the assessment is'], rows);
}

/** Items of another agency before the council, as each role finds them while it sits. Of the own agency nobody may do anything. */
const COUNCIL_ITEMS: readonly (readonly [words: string, item: Partial<ItemContext>, blind: Partial<BlindContext>])[] = [
  ['its vote is open', {}, {}],
  ['its vote is open, somebody has voted or proposed', {}, { begun: true }],
  ['its vote is open, the person is not on its list', { entitled: false }, {}],
  ['its vote is open, the person leads in the chair’s place', { leads: true }, {}],
  ['two others appraise it blind', { blindOpen: true }, { blind: 'open' }],
  ['two appraise it blind, the person is one of them', { blindOpen: true }, { blind: 'open', seat: 'to-give' }],
  ['the same, the person has given theirs', { blindOpen: true }, { blind: 'open', seat: 'given' }],
  ['both blind appraisals are in', {}, { blind: 'compared', seat: 'given' }],
  ['closed', { state: 'closed' }, { state: 'closed' }],
];

function whoSits(): string {
  const rows = ROLES.flatMap((role) =>
    COUNCIL_ITEMS.flatMap(([words, item, blind]) => {
      const [actor, place] = [actorOf(role, 'other'), { agencyId: ASSESSED, phase: 'council', state: 'voting' } as const];
      const onItem = openItemActions(actor, { ...place, entitled: true, blindOpen: false, leads: false, ...item });
      const onBlind = openBlindActions(actor, { ...place, mode: 'chosen', blind: null, begun: false, seat: 'none', ...blind });
      const open = [...onItem.map(code), ...onBlind.map((action) => code(`${action}-blind`))];
      return open.length === 0 ? [] : [[code(role), words, open.join(', ')]];
    }),
  );
  return table(['Role', 'An item of another agency', 'May'], rows);
}

function whoConcludes(): string {
  const rows = ROLES.flatMap((role) => {
    const actor = actorOf(role, 'other');
    const context = { agencyId: ASSESSED, phase: 'council', state: 'reappraised', openItems: 0, chair: 'there', leads: false } as const;
    const may = [
      ...(conclusionRefusalOf(actor, context) === null ? ['conclude an assessment without an open item'] : []),
      ...(conclusionRefusalOf(actor, context) !== null && conclusionRefusalOf(actor, { ...context, chair: 'acting', leads: true }) === null ? ['the same where named to lead in the chair’s place'] : []),
      ...(actingChairRefusalOf(actor, { ...context, chair: 'missing' }) === null ? ['name who leads where every chair belongs to the agency'] : []),
    ];
    return may.length === 0 ? [] : [[code(role), may.join('; ')]];
  });
  return table(['Role', 'May, at another agency'], rows);
}

function versions(): string {
  const homeAffairs = actorOf('home-affairs', 'other');
  const rows = CRITERIA_SET_STATES.map((state) => [
    code(state),
    CRITERIA_SET_MOVES[state].map(code).join(', ') || '–',
    openCriteriaSetActions(homeAffairs, state).map(code).join(', '),
  ]);
  return table(['State', 'Becomes', 'Home affairs may'], rows);
}

function permissions(): string {
  return table(
    ['Permission', ...ROLES.map(code)],
    PERMISSIONS.map((permission) => [code(permission), ...ROLES.map((role) => (ROLE_PERMISSIONS[role].includes(permission) ? '✓' : ''))]),
  );
}

/** The tables of docs/workflow.md that come from the tables of the contract, by the name of their place in the page. */
export const SECTIONS: Readonly<Record<string, () => string>> = {
  phases,
  moves,
  'who-moves': whoMoves,
  'who-decides': whoDecides,
  'who-sits': whoSits,
  'who-concludes': whoConcludes,
  versions,
  permissions,
};
