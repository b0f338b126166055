import type { BlindOpinionView, BlindView, CouncilItemView, ProposalView } from '@par-index/contract';

export const proposal = (id: string, overrides: Partial<ProposalView> = {}): ProposalView => ({
  ...{ id, kind: 'award', answer: null, points: 1.5, reason: 'Đủ minh chứng', by: 'Nguyễn Văn An', votes: 0 },
  ...overrides,
});

export const item = (overrides: Partial<CouncilItemView> = {}): CouncilItemView => ({
  id: 'i1',
  cycleId: 'c1',
  assessmentId: 'a1',
  agency: { id: 'so-y-te', code: 'SYT', name: 'Sở Y tế', shortName: 'SYT' },
  criterion: { code: '1.1', title: 'Kế hoạch', max: 2, rule: { kind: 'ratio' }, source: 'self', whenNotApplicable: 'exclude' } as unknown as CouncilItemView['criterion'],
  origin: 'disagreement',
  reason: '',
  state: 'voting',
  declared: null,
  declaredPoints: 2,
  layers: [],
  explanation: null,
  proposals: [proposal('asked', { kind: 'agency', points: 2, by: null, reason: '' }), proposal('given', { kind: 'appraisal', points: 1, by: null, reason: '' })],
  entitled: 4,
  cast: 0,
  myVote: null,
  outcome: null,
  carried: null,
  chairReason: '',
  openActions: ['propose', 'vote'],
  lockedBecause: null,
  decimals: 2,
  blind: null,
  blindActions: [],
  actingChair: null,
  previousId: null,
  nextId: 'i2',
  version: 3,
  ...overrides,
});

export const opinion = (points: number, overrides: Partial<BlindOpinionView> = {}): BlindOpinionView => ({
  ...{ by: 'Nguyễn Văn An', kind: 'award', answer: { awarded: points, reason: 'Đủ' }, points, reason: 'Đủ', givenAt: '2027-01-10T02:00:00Z' },
  ...overrides,
});

export const blind = (overrides: Partial<BlindView> = {}): BlindView => ({
  ...{ id: 'b1', state: 'open', version: 1, threshold: 10, seat: 'none', members: null, awaited: null, mine: null, opinions: [], gap: null, withinThreshold: null, proposalId: null },
  ...overrides,
});

/** The same item with these votes for its two first proposals. */
export const voted = (asked: number, given: number, overrides: Partial<CouncilItemView> = {}): CouncilItemView => {
  const one = item(overrides);
  return { ...one, proposals: one.proposals.map((each) => ({ ...each, votes: each.id === 'asked' ? asked : given })) };
};
