import { Injectable } from '@nestjs/common';
import {
  type Actor,
  agenciesOf,
  canGive,
  canTake,
  type DelegateRequest,
  DELEGATION_KINDS,
  type DelegationChoice,
  delegationRefusalOf,
  delegationStateOf,
  type DelegationView,
  holds,
  type Page,
  type PageQuery,
  problemDetail,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne, lockVersion } from '../../platform/database/lock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { UserAccount } from '../identity/user-account.entity';
import { delegationErrors } from './delegation-errors';
import { Delegation } from './delegation.entity';
import { type AgencyPerson, type DelegationFilter, DelegationRepository, type DelegationRow } from './delegation.repository';
import { groupBy } from './group-by';

/** What people leave to colleagues of their agency while they are away. It counts by itself on its days, in Vietnam, and can be taken back. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationRepository,
  ) {}

  /** One's own, those that one stands in by, and those that one oversees. */
  async list(actor: Actor, query: PageQuery & DelegationFilter): Promise<Page<DelegationView>> {
    const slice = sliceOf(query);
    const [rows, total] = await this.delegations.page(this.dataSource.manager, actor, query, slice);
    return pageOf(rows.map((row) => toView(actor, row)), total, slice);
  }

  /** What the actor may delegate, of whom, and to whom: the own work first. */
  async choices(actor: Actor): Promise<readonly DelegationChoice[]> {
    const agencyIds = holds(actor, ['home-affairs']) ? null : agenciesOf(actor, ['appraiser', 'agency-head']);
    const people = await this.delegations.listPeople(this.dataSource.manager, agencyIds);
    const choices = [...groupBy(people, ({ agency }) => agency.id).values()].flatMap((colleagues) => choicesAmong(actor, colleagues));
    return [...choices.filter(({ from }) => from.id === actor.id), ...choices.filter(({ from }) => from.id !== actor.id)];
  }

  delegate(actor: Actor, request: DelegateRequest): Promise<DelegationView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { kind, agencyId, fromUserId, toUserId, startsOn, endsOn } = request;
      const refusal = delegationRefusalOf(actor, { kind, agencyId, fromUserId });
      if (refusal) {
        throw new DomainError(refusal);
      }
      await this.lockGiver(tx.em, fromUserId);
      const errors = delegationErrors(request, {
        today: await this.delegations.today(tx.em),
        people: await this.delegations.listPeople(tx.em, [agencyId]),
        overlaps: await this.delegations.overlaps(tx.em, request),
      });
      if (errors.length > 0) {
        throw new DomainError('delegation.refused', {}, errors);
      }
      const reason = reasonOf(request.reason);
      const { id } = await tx.em.save(tx.em.create(Delegation, { kind, agencyId, fromUserId, toUserId, startsOn, endsOn, reason, createdBy: actor.id }));
      await tx.audit('delegation.given', { id }, { kind, agencyId, from: fromUserId, to: toUserId, startsOn, endsOn, reason });
      return this.viewOf(tx.em, actor, id);
    });
  }

  /** Ends it at once. Refuses one that is over, with a reason always. */
  revoke(actor: Actor, id: string, version: number, given: string): Promise<DelegationView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await this.delegations.find(tx.em, actor, id);
      if (!row) {
        throw new DomainError('record.not-found');
      }
      const refusal = delegationRefusalOf(actor, { kind: row.kind, agencyId: row.agency.id, fromUserId: row.from.id });
      if (refusal) {
        throw new DomainError(refusal);
      }
      const delegation = await lockVersion(tx.em, Delegation, { id }, version);
      const state = delegationStateOf(delegation, row.today);
      if (state === 'over' || state === 'revoked') {
        throw new DomainError('delegation.refused', {}, [{ pointer: '', code: 'delegation.refused', detail: 'Ủy quyền này đã hết hạn hoặc đã được thu hồi.' }]);
      }
      const reason = reasonOf(given);
      await tx.em.update(Delegation, { id }, { revokedAt: tx.now, revokedBy: actor.id, revokeReason: reason });
      await tx.audit('delegation.revoked', { id }, { kind: row.kind, from: row.from.id, to: row.to.id, reason });
      return this.viewOf(tx.em, actor, id);
    });
  }

  /** Two delegations of one person at once wait for each other, so that their days can't overlap. */
  private async lockGiver(em: EntityManager, id: string): Promise<void> {
    await lockOne(em, UserAccount, { id });
  }

  private async viewOf(em: EntityManager, actor: Actor, id: string): Promise<DelegationView> {
    const row = await this.delegations.find(em, actor, id);
    if (!row) {
      throw new Error('A delegation that was just written is not there');
    }
    return toView(actor, row);
  }
}

function choicesAmong(actor: Actor, colleagues: readonly AgencyPerson[]): readonly DelegationChoice[] {
  return DELEGATION_KINDS.flatMap((kind) =>
    colleagues.flatMap((from) => {
      const delegated = { kind, agencyId: from.agency.id };
      if (!canGive(from.grants, delegated) || delegationRefusalOf(actor, { ...delegated, fromUserId: from.id })) {
        return [];
      }
      const to = colleagues.filter((person) => person.id !== from.id && canTake(person.grants, delegated)).map(refOf);
      return [{ kind, agency: from.agency, from: refOf(from), to }];
    }),
  );
}

const refOf = ({ id, fullName }: AgencyPerson) => ({ id, fullName });

function toView(actor: Actor, row: DelegationRow): DelegationView {
  const { today, ...shown } = row;
  const state = delegationStateOf(row, today);
  const isOpen = state === 'coming' || state === 'active';
  const revocable = isOpen && delegationRefusalOf(actor, { kind: row.kind, agencyId: row.agency.id, fromUserId: row.from.id }) === null;
  return { ...shown, state, revocable, createdAt: row.createdAt.toISOString(), revokedAt: row.revokedAt?.toISOString() ?? null };
}

function reasonOf(given: string): string {
  const reason = given.trim();
  if (reason === '') {
    throw new DomainError('reason.required', {}, [{ pointer: '/reason', code: 'reason.required', detail: problemDetail('reason.required') }]);
  }
  return reason;
}
