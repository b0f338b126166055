import { item, voted } from './council.fixture';
import { itemTally, tiedProposals } from './item-tally';

describe('what the votes of an item come to', () => {
  it.each([
    [3, 1, { kind: 'majority', proposalId: 'asked' }],
    [2, 1, { kind: 'none' }],
    [2, 2, { kind: 'tie', proposalIds: ['asked', 'given'] }],
    [0, 0, { kind: 'none' }],
  ] as const)('%i against %i of four', (asked, given, tally) => expect(itemTally(voted(asked, given))).toEqual(tally));

  it('offers the chair the leading proposals at a tie, and nothing otherwise', () => {
    expect(tiedProposals(voted(1, 1)).map(({ id }) => id)).toEqual(['asked', 'given']);
    expect(tiedProposals(voted(3, 1))).toEqual([]);
  });

  it('takes counts that are not told for none', () => {
    const untold = item();
    expect(itemTally({ ...untold, proposals: untold.proposals.map((each) => ({ ...each, votes: null })) })).toEqual({ kind: 'none' });
  });
});
