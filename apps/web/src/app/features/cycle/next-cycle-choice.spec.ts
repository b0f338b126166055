import type { NextCycleProposal } from '@par-index/contract';
import { windowDrafts } from './cycle-draft';
import { exemptionKey, firstChoice, requestOf, toggled } from './next-cycle-choice';

const agency = (id: string) => ({ id, code: id, name: `Sở ${id}`, shortName: id });
const PROPOSAL: NextCycleProposal = {
  ...{ from: { id: 'c', title: 'Kỳ 2026', year: 2026 }, year: 2027, title: 'Kỳ 2027', leadAgency: agency('nv') },
  groups: [
    { groupCode: 'so', groupName: 'Sở', agencies: 20, leaving: [], joining: [], candidates: [], proposed: 'set-so' },
    { groupCode: 'xa', groupName: 'Xã', agencies: 124, leaving: [], joining: [], candidates: [], proposed: null },
  ],
  ...{ windows: [], moved: [], documents: 3, sameYear: [] },
  substitutes: [
    { owner: agency('nv'), substitute: agency('tp'), refusedBecause: null },
    { owner: agency('tp'), substitute: agency('cu'), refusedBecause: 'Sở cu đã ngừng hoạt động.' },
  ],
  assignments: [
    { id: 'a1', groupCode: 'so', code: '1.1', title: 'Một', assessed: null, agency: agency('tp'), refusedBecause: null },
    { id: 'a2', groupCode: 'so', code: '9.9', title: '', assessed: agency('yt'), agency: agency('tp'), refusedBecause: 'Không có' },
  ],
  exemptions: [{ agency: agency('yt'), groupCode: 'so', code: '1.2', title: 'Hai', reason: 'Không có thủ tục', refusedBecause: null }],
};
const WINDOWS = [
  { phase: 'appraisal' as const, opensAt: '2027-01-04T00:00', deadlineAt: '2027-01-20T17:00', closeAt: '2027-01-21T17:00' },
  { phase: 'council' as const, opensAt: '', deadlineAt: '', closeAt: '' },
];

describe('the choices of the next cycle', () => {
  it('begin with what can carry over, and without any exemption', () => {
    expect(requestOf(PROPOSAL, firstChoice(PROPOSAL, WINDOWS))).toEqual({
      title: 'Kỳ 2027',
      criteriaSetIds: ['set-so'],
      windows: [{ phase: 'appraisal', opensAt: '2027-01-03T17:00:00.000Z', deadlineAt: '2027-01-20T10:00:00.000Z', closeAt: '2027-01-21T10:00:00.000Z' }],
      substitutes: [{ ownerAgencyId: 'nv', substituteAgencyId: 'tp' }],
      assignmentIds: ['a1'],
      exemptions: [],
    });
  });

  it('keep a date that nobody has changed to the millisecond', () => {
    const windows = [{ phase: 'appraisal' as const, opensAt: '2027-01-03T17:00:00.000Z', deadlineAt: '2027-01-19T16:59:59.999Z', closeAt: '2027-01-21T16:59:59.999Z' }];
    const drafts = windowDrafts({ windows }).map((draft) => (draft.phase === 'appraisal' ? { ...draft, closeAt: '2027-01-22T12:00' } : draft));
    expect(requestOf({ ...PROPOSAL, windows }, firstChoice(PROPOSAL, drafts)).windows).toEqual([{ ...windows[0], closeAt: '2027-01-22T05:00:00.000Z' }]);
  });

  it('take an exemption, leave a substitute, and choose a set for later', () => {
    const [exemption] = PROPOSAL.exemptions;
    const first = firstChoice(PROPOSAL, []);
    const choice = { ...first, sets: new Map([['so', ''], ['xa', 'set-xa']]), substitutes: toggled(first.substitutes, 'nv'), exemptions: toggled(first.exemptions, exemptionKey(exemption!)) };
    expect(requestOf(PROPOSAL, choice)).toMatchObject({ criteriaSetIds: ['set-xa'], substitutes: [], exemptions: [{ agencyId: 'yt', code: '1.2' }], windows: [] });
  });

  it('are taken back by the same hand', () => expect([...toggled(toggled(new Set(['a']), 'b'), 'b')]).toEqual(['a']));
});
