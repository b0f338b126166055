import type { RoleGrant } from '@par-index/contract';
import { workItems, type WorkSources } from './work-items';
import type { CycleRow, ExplainingRow, OwnAssessmentRow } from './work-rows';

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number));
const NOW = day(15);
const cycle = (overrides: Partial<CycleRow> = {}): CycleRow => ({
  id: 'c',
  year: 2026,
  title: 'Kỳ',
  phase: 'self-assessment',
  leadAgency: 'Sở Nội vụ',
  deadlineAt: day(20),
  closeAt: day(22),
  now: NOW,
  ...overrides,
});
const own = (overrides: Partial<OwnAssessmentRow> = {}): OwnAssessmentRow => ({
  id: 'a',
  cycleId: 'c',
  agencyId: 'so',
  agencyName: 'Sở Y tế',
  criteriaSetId: 's',
  phase: 'self-assessment',
  state: 'drafting',
  reason: null,
  opensAt: day(1),
  deadlineAt: day(20),
  closeAt: day(22),
  extended: false,
  ...overrides,
});
const NOTHING: WorkSources = { now: NOW, cycles: [cycle()], unsubmitted: [], left: new Map(), explaining: [], toAppraise: [], toVote: [], petitions: [], oversight: [] };

const itemsFor = (roles: readonly RoleGrant['role'][], sources: Partial<WorkSources>) =>
  workItems({ grants: roles.map((role) => ({ role, agencyId: 'so' })) }, { ...NOTHING, ...sources });

describe('workItems', () => {
  it('has nothing for whom nothing is to be done', () => expect(itemsFor(['admin'], {})).toEqual([]));

  describe('a member of the council', () => {
    const member = (deadlineAt: Date | null) =>
      itemsFor(['council-member'], { cycles: [cycle({ phase: 'council', deadlineAt })], toVote: [{ cycleId: 'c', left: 3 }] }).filter(({ kind }) => kind === 'vote');

    it('votes on what is left', () => expect(member(day(20))).toMatchObject([{ kind: 'vote', urgency: 'due', cycleId: 'c', details: { left: 3 } }]));
    it('is late after the deadline', () => expect(member(day(10))).toMatchObject([{ urgency: 'late' }]));
    it('appraises blind what waits for it, before it votes', () => {
      const items = itemsFor(['council-member'], { cycles: [cycle({ phase: 'council', deadlineAt: day(20) })], toVote: [{ cycleId: 'c', left: 0, blind: 2 }] });
      expect(items.filter(({ kind }) => kind === 'vote' || kind === 'appraise-blind')).toMatchObject([{ kind: 'appraise-blind', urgency: 'due', details: { left: 2 } }]);
    });
    it('has nothing to vote on in a cycle that is over', () => expect(itemsFor(['council-member'], { cycles: [], toVote: [{ cycleId: 'c', left: 3 }] })).toEqual([]));
  });

  describe('an officer', () => {
    const officer = (row: Partial<OwnAssessmentRow>, now = NOW) =>
      itemsFor(['agency-officer'], { now, unsubmitted: [own(row)], left: new Map([['a', 4]]) });

    it('fills in the draft of the own agency until the deadline', () => {
      expect(officer({})).toEqual([
        {
          kind: 'self-assess',
          urgency: 'due',
          cycleId: 'c',
          assessmentId: 'a',
          agencyName: 'Sở Y tế',
          deadlineAt: day(20).toISOString(),
          closeAt: day(22).toISOString(),
          details: { state: 'drafting', left: 4, reason: null },
        },
      ]);
    });
    it('sees with its reason what was returned', () =>
      expect(officer({ reason: 'Thiếu số liệu' })).toMatchObject([{ urgency: 'returned', details: { reason: 'Thiếu số liệu' } }]));
    it('is late after the deadline, also with what was returned', () =>
      expect(officer({ reason: 'Thiếu' }, day(21))).toMatchObject([{ urgency: 'late' }]));
    it('has nothing left to do after the close', () => expect(officer({}, day(23))).toEqual([]));
    it('waits for the head once it is sent', () =>
      expect(officer({ state: 'awaiting-head' })).toMatchObject([{ kind: 'self-assess', urgency: 'waiting' }]));
    it('works on in the appraisal where the agency has more time, and only there', () => {
      expect(officer({ phase: 'appraisal', extended: true })).toHaveLength(1);
      expect(officer({ phase: 'appraisal' })).toEqual([]);
    });
    it('has nothing to do for another agency', () => expect(officer({ agencyId: 'khac' })).toEqual([]));
    it('knows what is done', () =>
      expect(itemsFor(['agency-officer'], { unsubmitted: [own()] })).toMatchObject([{ details: { left: 0 } }]));
  });

  describe('a head', () => {
    const head = (row: Partial<OwnAssessmentRow>, now = NOW) => itemsFor(['agency-head'], { now, unsubmitted: [own(row)] });

    it('signs off what was sent', () =>
      expect(head({ state: 'awaiting-head' })).toMatchObject([{ kind: 'sign-off', urgency: 'due', details: { state: 'awaiting-head' } }]));
    it('is late after the deadline', () => expect(head({ state: 'awaiting-head' }, day(21))).toMatchObject([{ urgency: 'late' }]));
    it('waits for the officer while it is a draft', () => expect(head({})).toMatchObject([{ kind: 'sign-off', urgency: 'waiting' }]));
    it('who is an officer too, has both lines', () => {
      expect(itemsFor(['agency-officer', 'agency-head'], { unsubmitted: [own()] }).map(({ kind }) => kind)).toEqual([
        'self-assess',
        'sign-off',
      ]);
    });
  });

  describe('an appraiser', () => {
    const toAppraise = [{ cycleId: 'c', agencyName: 'Sở Tư pháp', agencies: 3, left: 12 }];

    it('has a line for what is left, until the deadline of the appraisal and after it', () => {
      const cycles = [cycle({ phase: 'appraisal' })];
      expect(itemsFor(['appraiser'], { cycles, toAppraise })).toMatchObject([
        {
          kind: 'appraise',
          urgency: 'due',
          cycleId: 'c',
          assessmentId: null,
          agencyName: 'Sở Tư pháp',
          deadlineAt: day(20).toISOString(),
          details: { agencies: 3, left: 12 },
        },
      ]);
      expect(itemsFor(['appraiser'], { cycles, toAppraise, now: day(21) })).toMatchObject([{ urgency: 'late' }]);
    });
  });

  describe('an explanation', () => {
    const explaining = (row: Partial<ExplainingRow> = {}): ExplainingRow => ({
      ...{ id: 'a', cycleId: 'c', agencyId: 'so', agencyName: 'Sở Y tế', phase: 'explanation', opensAt: day(1), deadlineAt: day(20), closeAt: day(25) },
      ...{ extended: false, explained: 2, questions: 1 },
      ...row,
    });
    const cells = [['agency-officer', 'explain'], ['agency-head', 'sign-off-explanation']] as const;

    it.each(cells)('is a line for the %s, with what is open', (role, kind) => {
      expect(itemsFor([role], { explaining: [explaining()] })).toMatchObject([
        { kind, urgency: 'due', assessmentId: 'a', agencyName: 'Sở Y tế', deadlineAt: day(20).toISOString(), details: { explained: 2, questions: 1 } },
      ]);
    });
    it.each(cells)('is late after the deadline, and gone after the close, for the %s', (role) => {
      expect(itemsFor([role], { now: day(21), explaining: [explaining()] })).toMatchObject([{ urgency: 'late' }]);
      expect(itemsFor([role], { now: day(26), explaining: [explaining()] })).toEqual([]);
    });
    it.each(cells)('goes on in an extension only, once the phase has moved, for the %s', (role) => {
      expect(itemsFor([role], { explaining: [explaining({ phase: 'reappraisal' })] })).toEqual([]);
      expect(itemsFor([role], { explaining: [explaining({ phase: 'reappraisal', extended: true })] })).toHaveLength(1);
    });
    it('is nothing of another agency, nor of another role', () => {
      expect(itemsFor(['agency-officer', 'agency-head'], { explaining: [explaining({ agencyId: 'khac' })] })).toEqual([]);
      expect(itemsFor(['appraiser', 'admin'], { explaining: [explaining()] })).toEqual([]);
    });
    it('is followed by a second appraisal of what was explained', () => {
      const cycles = [cycle({ phase: 'reappraisal' })];
      expect(itemsFor(['appraiser'], { cycles, toAppraise: [{ cycleId: 'c', agencyName: 'Sở Tư pháp', agencies: 1, left: 3 }] })).toMatchObject([
        { kind: 'reappraise', urgency: 'due', details: { agencies: 1, left: 3 } },
      ]);
    });
  });

  describe('home affairs', () => {
    const watch = (overrides: Partial<CycleRow>, notSubmitted: number, undecided: number, now = NOW) =>
      itemsFor(['home-affairs'], { now, cycles: [cycle(overrides)], oversight: [{ cycleId: 'c', notSubmitted, undecided }] });

    it('waits while agencies are at work', () =>
      expect(watch({}, 3, 0)).toMatchObject([{ kind: 'oversee', urgency: 'waiting', details: { notSubmitted: 3, undecided: 0 } }]));
    it('is late with them after the deadline', () => expect(watch({}, 3, 0, day(21))).toMatchObject([{ urgency: 'late' }]));
    it('has the next step to take when all have submitted', () => expect(watch({}, 0, 0, day(21))).toMatchObject([{ urgency: 'due' }]));
    it('looks at undecided criteria in the appraisal', () => {
      expect(watch({ phase: 'appraisal' }, 1, 5)).toMatchObject([{ urgency: 'waiting' }]);
      expect(watch({ phase: 'appraisal' }, 1, 0)).toMatchObject([{ urgency: 'due' }]);
    });
    it('has the next step to take in a phase without dates', () => {
      expect(watch({ phase: 'council', deadlineAt: null, closeAt: null }, 0, 0)).toMatchObject([
        { urgency: 'due', deadlineAt: null, closeAt: null },
      ]);
    });
  });

  describe('results', () => {
    const running = cycle({ phase: 'appraisal' });
    const published = cycle({ id: 'p', phase: 'published', deadlineAt: null, closeAt: null });

    it.each(['leader', 'council-member', 'council-chair'] as const)('are read by a %s, provisional and published', (role) => {
      expect(itemsFor([role], { cycles: [running, published] })).toMatchObject([
        { kind: 'read-results', cycleId: 'c', details: { provisional: true } },
        { kind: 'read-results', cycleId: 'p', details: { provisional: false }, deadlineAt: null },
      ]);
    });
    it.each(['agency-head', 'agency-officer'] as const)('are read by an %s once they are published', (role) => {
      expect(itemsFor([role], { cycles: [running, published] })).toMatchObject([{ cycleId: 'p', details: { provisional: false } }]);
    });
    it('are not there before anything is appraised', () => expect(itemsFor(['leader'], { cycles: [cycle()] })).toEqual([]));
  });

  it('puts the most urgent first, then what is due first', () => {
    const rows = [
      own({ id: 'waiting', state: 'awaiting-head' }),
      own({ id: 'due-later', deadlineAt: day(19) }),
      own({ id: 'due-first', deadlineAt: day(18) }),
    ];
    const more = [own({ id: 'returned', reason: 'Thiếu' }), own({ id: 'late', deadlineAt: day(14) })];
    expect(itemsFor(['agency-officer'], { unsubmitted: [...rows, ...more] }).map(({ assessmentId }) => assessmentId)).toEqual([
      'late',
      'returned',
      'due-first',
      'due-later',
      'waiting',
    ]);
  });
});
