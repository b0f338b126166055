import { type CouncilItemView, type ProposalView, type Tally, tallyOf } from '@par-index/contract';

/** What the votes of an item come to, from the counts that the chair sees; the rule is the server's own. */
export function itemTally({ entitled, proposals }: Pick<CouncilItemView, 'entitled' | 'proposals'>): Tally {
  return tallyOf(entitled, proposals.flatMap(({ id, votes }) => Array.from({ length: votes ?? 0 }, () => ({ proposalId: id }))));
}

/** The leading proposals of a tie, in the order in which they are shown; none where there is no tie. */
export function tiedProposals(item: Pick<CouncilItemView, 'entitled' | 'proposals'>): readonly ProposalView[] {
  const tally = itemTally(item);
  return tally.kind === 'tie' ? item.proposals.filter(({ id }) => tally.proposalIds.includes(id)) : [];
}
