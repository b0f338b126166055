import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { type CouncilMatter, CouncilMatters } from '../appraisal/council-matters.service';
import { BlindAppraisal } from './blind-appraisal.entity';
import { BlindOpinion } from './blind-opinion.entity';
import { alreadyProposed, meanOf, type Opinions } from './blind-proposals';
import { BlindRepository } from './blind.repository';
import { subjectOf } from './council-place';
import { CouncilProposal } from './council-proposal.entity';
import type { ItemRow } from './council.repository';

export interface Comparing {
  readonly item: ItemRow;
  readonly blindId: string;
  readonly matter: CouncilMatter;
}

/**
 * What becomes of an item when both are in. Within the threshold they form one proposal, their exact mean rounded as the set rounds; further
 * apart each stands as a proposal of its own and the item goes to the head of the council's queue. Nothing is decided without the vote.
 */
@Injectable()
export class BlindComparison {
  constructor(
    private readonly blinds: BlindRepository,
    private readonly matters: CouncilMatters,
  ) {}

  async compareWhereBothAreIn(tx: Transaction, comparing: Comparing): Promise<void> {
    const { item, blindId } = comparing;
    const [first, second] = await tx.em.find(BlindOpinion, { where: { blindId }, order: { givenAt: 'ASC', memberId: 'ASC' } });
    if (!first || !second) {
      return;
    }
    const { gap, within } = await this.blinds.compare(tx.em, blindId, tx.now);
    await (within ? this.proposeMean(tx, comparing, [first, second]) : this.proposeEach(tx, comparing, [first, second]));
    await tx.audit('council.blind-compared', subjectOf(item), { itemId: item.id, code: item.code, gap, within });
    await tx.raise('council.vote-wanted', { cycleId: item.cycleId, assessmentId: item.assessmentId, code: item.code });
  }

  private async proposeMean({ em }: Transaction, { item, blindId, matter }: Comparing, opinions: Opinions): Promise<void> {
    const { points: mean, reason } = meanOf(matter.set, opinions);
    const standing = alreadyProposed(await em.findBy(CouncilProposal, { itemId: item.id }), mean);
    const { answer, points } = this.matters.award(matter, mean, reason);
    const row = { itemId: item.id, kind: 'blind' as const, decisionKind: 'award' as const, answer, points: String(points), reason, proposedBy: null };
    const proposal = standing ?? (await em.save(em.create(CouncilProposal, row)));
    await em.update(BlindAppraisal, { id: blindId }, { proposalId: proposal.id });
  }

  private async proposeEach({ em }: Transaction, { item }: Comparing, opinions: Opinions): Promise<void> {
    const standing = await em.findBy(CouncilProposal, { itemId: item.id });
    const rows = opinions
      .filter(({ points }) => alreadyProposed(standing, Number(points)) === null)
      .map(({ kind, answer, points, reason, memberId }) => ({ itemId: item.id, kind: 'award', decisionKind: kind, answer, points, reason, proposedBy: memberId }));
    if (rows.length > 0) {
      await em.insert(CouncilProposal, rows as object[]);
    }
  }
}
