import { Injectable } from '@nestjs/common';
import { type Actor, type BlindAction, blindPairRefusalOf, blindRefusalOf, blindSettingRefusalOf, type BlindSettingRequest, type CouncilItemView, type CouncilView, type GiveBlindRequest } from '@par-index/contract';
import { assertVersion, lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CouncilMatters } from '../appraisal/council-matters.service';
import { Cycle } from '../cycle/cycle.entity';
import { BlindAppraisal } from './blind-appraisal.entity';
import { BlindAssignment } from './blind-assignment.service';
import { BlindComparison } from './blind-comparison.service';
import { BlindOpinion } from './blind-opinion.entity';
import { BlindRepository, type BlindRow, viewerOf } from './blind.repository';
import { contextOfBlind } from './council.mapper';
import { required, subjectOf } from './council-place';
import { CouncilReading } from './council-reading.service';
import type { ItemRow } from './council.repository';
import { CouncilSetting } from './council-setting.entity';

/** An item locked, with its blind appraisal. */
interface Held {
  readonly item: ItemRow;
  readonly blind: BlindRow | null;
}

/** Two members appraise an item without seeing each other. Every command locks the item, so that the second of them finds the first. */
@Injectable()
export class BlindService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blinds: BlindRepository,
    private readonly assignment: BlindAssignment,
    private readonly comparison: BlindComparison,
    private readonly reading: CouncilReading,
    private readonly matters: CouncilMatters,
  ) {}

  /** How the items of a cycle are appraised blind from now on; what is under way keeps its threshold. */
  set(actor: Actor, cycleId: string, version: number, { mode, threshold }: BlindSettingRequest): Promise<CouncilView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockOne(tx.em, Cycle, { id: cycleId });
      refuse(blindSettingRefusalOf(actor, cycle));
      const stored = await tx.em.findOneBy(CouncilSetting, { cycleId });
      assertVersion({ version: stored?.version ?? 0 }, version);
      const before = await this.blinds.setting(tx.em, cycleId);
      const row = stored ?? tx.em.create(CouncilSetting, { cycleId });
      await tx.em.save(Object.assign(row, { blindMode: mode, blindThreshold: String(threshold), setBy: actor.id }));
      await tx.audit('council.blind-set', { id: cycleId, cycleId }, { before: { mode: before.mode, threshold: before.threshold }, after: { mode, threshold } });
      return this.reading.sitting(actor, cycleId, tx.em);
    });
  }

  assign(actor: Actor, itemId: string, memberIds: readonly string[]): Promise<CouncilItemView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { item } = await this.lock(tx, actor, itemId, 'assign');
      refuse(blindPairRefusalOf(memberIds, await this.blinds.candidates(tx.em, itemId)));
      const [first = '', second = ''] = memberIds;
      const { leaf } = await this.matters.read(tx.em, item.assessmentId, item.code);
      await this.assignment.ask(tx, { ...item, max: leaf.max }, { pair: [first, second], assignedBy: actor.id });
      return this.reading.get(actor, itemId, tx.em);
    });
  }

  /** Once, and for good. The second of the two brings on the comparison. */
  give(actor: Actor, itemId: string, request: GiveBlindRequest): Promise<CouncilItemView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { item, blind } = await this.lock(tx, actor, itemId, 'give');
      const reason = required(request.reason);
      const matter = await this.matters.read(tx.em, item.assessmentId, item.code);
      const { kind, answer, points } = this.matters.decide(matter, { ...request, reason });
      if (points === null) {
        throw new DomainError('council.blind-points');
      }
      const blindId = blind?.id ?? '';
      await tx.em.insert(BlindOpinion, { blindId, memberId: actor.id, kind, answer, points: String(points), reason } as object);
      await tx.audit('council.blind-given', subjectOf(item), { itemId, code: item.code });
      await this.comparison.compareWhereBothAreIn(tx, { item, blindId, matter });
      return this.reading.get(actor, itemId, tx.em);
    });
  }

  /** Calls it off: what one of them may have given stays theirs, and the vote opens. */
  withdraw(actor: Actor, itemId: string, version: number, reason: string): Promise<CouncilItemView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { item, blind } = await this.lock(tx, actor, itemId, 'withdraw');
      assertVersion({ version: blind?.version ?? 0 }, version);
      const given = required(reason);
      await tx.em.update(BlindAppraisal, { id: blind?.id ?? '' }, { state: 'withdrawn', withdrawnBy: actor.id, withdrawnReason: given, version: version + 1 });
      await tx.audit('council.blind-withdrawn', subjectOf(item), { itemId, code: item.code, reason: given });
      await tx.raise('council.vote-wanted', { cycleId: item.cycleId, assessmentId: item.assessmentId, code: item.code });
      return this.reading.get(actor, itemId, tx.em);
    });
  }

  private async lock(tx: Transaction, actor: Actor, itemId: string, action: BlindAction): Promise<Held> {
    const item = await this.reading.lock(tx.em, actor, itemId);
    const blind = await this.blinds.find(tx.em, viewerOf(actor), itemId);
    refuse(blindRefusalOf(actor, contextOfBlind(item, blind), action));
    return { item, blind };
  }
}

function refuse(refusal: ReturnType<typeof blindRefusalOf>): void {
  if (refusal) {
    throw new DomainError(refusal);
  }
}
