import { Injectable } from '@nestjs/common';
import { type Actor, type AnswerPetitionRequest, petitionIsLate, type PetitionAction, petitionRefusalOf, type PetitionView, type WritePetitionRequest } from '@par-index/contract';
import { assertVersion, lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Assessment } from '../assessment/assessment.entity';
import { CouncilGathering } from '../council/council-gathering.service';
import { CouncilItem } from '../council/council-item.entity';
import { Petition } from './petition.entity';
import { contextOf } from './petition.mapper';
import { PetitionReading } from './petition-reading.service';
import { type PetitionInPlace, PetitionRepository } from './petition.repository';

@Injectable()
export class PetitionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly petitions: PetitionRepository,
    private readonly reading: PetitionReading,
    private readonly gathering: CouncilGathering,
  ) {}

  /** Writes a draft, or over it. Refuses a criterion that the agency's set does not have or that does not count for it. */
  write(actor: Actor, place: { readonly assessmentId: string; readonly code: string; readonly version: number }, request: WritePetitionRequest): Promise<PetitionView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { assessmentId, code, version } = place;
      await lockOne(tx.em, Assessment, { id: assessmentId });
      const found = await this.reading.placeOf(tx.em, actor, assessmentId);
      const before = await tx.em.findOneBy(Petition, { assessmentId, code });
      refuse(petitionRefusalOf(actor, contextOf(found, before?.state ?? null), 'write'));
      await this.reading.assertCounts(tx.em, found, code);
      assertVersion({ version: before?.version ?? 0 }, version);
      const { reasonCode, text } = request;
      const row = before ?? tx.em.create(Petition, { cycleId: found.cycleId, assessmentId, code });
      const { id } = await tx.em.save(Object.assign(row, { reasonCode, text: text.trim() }));
      await tx.audit('petition.written', subjectOf(found), { petitionId: id, code, reasonCode });
      return this.kept(tx, actor, id);
    });
  }

  /** The head signs: from now on it waits for an answer. */
  file(actor: Actor, id: string, version: number): Promise<PetitionView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const petition = await this.lock(tx, actor, { id, version, action: 'file' });
      if (petition.text === '') {
        throw new DomainError('reason.required');
      }
      const late = petitionIsLate({ window: petition.window, now: tx.now.toISOString() });
      await this.change(tx, id, { state: 'filed', filedBy: actor.id, filedAt: tx.now, late });
      await tx.audit('petition.filed', subjectOf(petition), { petitionId: id, code: petition.code, late });
      await tx.raise('petition.filed', petition);
      return this.kept(tx, actor, id);
    });
  }

  /** Rejects with a reason, or puts the criterion before the council, whose vote on it opens at once. */
  answer(actor: Actor, id: string, version: number, { decision, text }: AnswerPetitionRequest): Promise<PetitionView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const petition = await this.lock(tx, actor, { id, version, action: 'answer' });
      if (text.trim() === '') {
        throw new DomainError('reason.required');
      }
      const itemId = decision === 'forward' ? await this.forward(tx, actor, petition) : null;
      const state = decision === 'forward' ? ('forwarded' as const) : ('rejected' as const);
      await this.change(tx, id, { state, answer: text.trim(), answeredBy: actor.id, answeredAt: tx.now, itemId });
      await tx.audit('petition.answered', subjectOf(petition), { petitionId: id, code: petition.code, decision, itemId });
      await tx.raise('petition.answered', petition);
      return this.kept(tx, actor, id);
    });
  }

  private async forward(tx: Transaction, actor: Actor, { cycleId, assessmentId, code, text }: PetitionInPlace): Promise<string> {
    const item = await this.gathering.open(tx, { cycleId, assessmentId, code, origin: 'petition', reason: text, openedBy: actor.id });
    if (item) {
      await this.gathering.openVote(tx, item);
      return item.id;
    }
    return (await tx.em.findOneByOrFail(CouncilItem, { assessmentId, code, state: 'voting' })).id;
  }

  private async lock(tx: Transaction, actor: Actor, { id, version, action }: { readonly id: string; readonly version: number; readonly action: PetitionAction }): Promise<PetitionInPlace> {
    await lockOne(tx.em, Petition, { id });
    const petition = await this.reading.see(tx.em, actor, id);
    refuse(petitionRefusalOf(actor, contextOf(petition, petition.state), action));
    assertVersion(petition, version);
    return petition;
  }

  private async change({ em }: Transaction, id: string, fields: Partial<Petition>): Promise<void> {
    const petition = await em.findOneByOrFail(Petition, { id });
    await em.save(Object.assign(petition, fields));
  }

  private async kept(tx: Transaction, actor: Actor, id: string): Promise<PetitionView> {
    await this.petitions.keepRevision(tx.em, id, actor.id);
    return this.reading.get(tx.em, actor, id);
  }
}

const subjectOf = ({ assessmentId, cycleId }: { readonly assessmentId: string; readonly cycleId: string }) => ({ id: assessmentId, cycleId });

function refuse(refusal: ReturnType<typeof petitionRefusalOf>): void {
  if (refusal) {
    throw new DomainError(refusal);
  }
}
