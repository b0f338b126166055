import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, cycleRefusalOf, type PlannedExemptionView, type RemovePlannedExemptionRequest } from '@par-index/contract';
import { DataSource, type EntityManager, In } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import { lockVersion } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { Agency } from '../organisation/agency.entity';
import { Cycle } from './cycle.entity';
import { CycleRepository } from './cycle.repository';
import { Participant } from './participant.entity';
import { ParticipantExemption } from './participant-exemption.entity';
import { type PhaseConsequences, PhaseEffects } from './phase-effects.service';
import { PlannedExemption } from './planned-exemption.entity';

/** An exemption with its agency, and the criterion's title in the set of the agency's group; null where the set has no such criterion. */
interface Judged {
  readonly row: PlannedExemption;
  readonly agency: Agency;
  readonly title: string | null;
}

/** The exemptions that a cycle in preparation will grant at its opening, taken over from the year before one by one. */
@Injectable()
export class PlannedExemptions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly cycles: CycleRepository,
    private readonly compiled: CompiledSets,
    private readonly events: DomainEvents,
    private readonly effects: PhaseEffects,
  ) {}

  onModuleInit(): void {
    this.events.on('cycle.phase-opened', async (tx, { cycleId, to }) => {
      if (to === 'self-assessment') {
        await this.grant(tx, cycleId);
      }
    });
    this.effects.add((em, { cycleId, to }) => (to === 'self-assessment' ? this.consequences(em, cycleId) : Promise.resolve({})));
  }

  /** Once the cycle is open there are none: they have been granted. */
  async list(actor: Actor, cycleId: string): Promise<readonly PlannedExemptionView[]> {
    const em = this.dataSource.manager;
    const { phase } = await this.cycles.get(em, cycleId);
    assertMayEdit(actor, { phase });
    return phase === 'preparing' ? (await this.judged(em, cycleId)).map(toView) : [];
  }

  /** Takes one back while the cycle is being prepared. Answers those that are left. */
  remove(actor: Actor, cycleId: string, version: number, { agencyId, code, reason }: RemovePlannedExemptionRequest): Promise<readonly PlannedExemptionView[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockVersion(tx.em, Cycle, { id: cycleId }, version);
      assertMayEdit(actor, cycle);
      if (cycle.phase !== 'preparing') {
        throw new DomainError('cycle.phase-illegal', { phase: cycle.phase });
      }
      const { affected } = await tx.em.delete(PlannedExemption, { cycleId, agencyId, code });
      if (affected === 0) {
        throw new DomainError('record.not-found');
      }
      await tx.audit('cycle.planned-exemption-removed', { id: cycleId, cycleId }, { agencyId, code, reason: reason.trim() });
      return (await this.judged(tx.em, cycleId)).map(toView);
    });
  }

  /** Of agencies that take part, and of criteria that their set has. */
  private async grant(tx: Transaction, cycleId: string): Promise<void> {
    const planned = (await this.judged(tx.em, cycleId)).filter(({ title }) => title !== null);
    const participants = await tx.em.findBy(Participant, { cycleId, agencyId: In(planned.map(({ agency }) => agency.id)) });
    for (const { id: participantId, agencyId } of participants) {
      const rows = planned.filter(({ agency }) => agency.id === agencyId).map(({ row: { code, reason } }) => ({ participantId, code, reason }));
      await tx.em.insert(ParticipantExemption, rows);
      await tx.audit('participant.exempted', { id: participantId, cycleId }, { agencyId, before: {}, after: Object.fromEntries(rows.map(({ code, reason }) => [code, reason])) });
      await tx.raise('participant.exempted', { cycleId, agencyId, participantId });
    }
  }

  private async consequences(em: EntityManager, cycleId: string): Promise<PhaseConsequences> {
    const planned = await this.judged(em, cycleId);
    const lost = planned.filter(({ title }) => title === null).length;
    const granted = planned.length - lost;
    return {
      effects: [
        ...(granted > 0 ? [`${granted} tiêu chí được miễn cho từng cơ quan như đã chuẩn bị.`] : []),
        ...(lost > 0 ? [`${lost} miễn tiêu chí đã chuẩn bị bị bỏ, vì cơ quan không tham gia hoặc bộ tiêu chí không có tiêu chí đó.`] : []),
      ],
    };
  }

  private async judged(em: EntityManager, cycleId: string): Promise<readonly Judged[]> {
    const rows = await em.find(PlannedExemption, { where: { cycleId }, order: { code: 'ASC' } });
    const agencies = await em.find(Agency, { where: { id: In(rows.map(({ agencyId }) => agencyId)) }, order: { name: 'ASC' } });
    const heads = await this.cycles.listSetHeads(em, await this.cycles.listSetIds(em, cycleId));
    const sets = await this.compiled.loadAll(em, heads.map(({ id }) => id));
    const titleFor = ({ active, groupCode }: Agency, code: string): string | null => {
      const head = active ? heads.find((one) => one.groupCode === groupCode) : undefined;
      return (head && sets.get(head.id)?.node(code)?.title) ?? null;
    };
    return agencies.flatMap((agency) => rows.filter(({ agencyId }) => agencyId === agency.id).map((row) => ({ row, agency, title: titleFor(agency, row.code) })));
  }
}

function assertMayEdit(actor: Actor, cycle: Pick<Cycle, 'phase'>): void {
  const refusal = cycleRefusalOf(actor, cycle, 'edit');
  if (refusal) {
    throw new DomainError(refusal, { phase: cycle.phase });
  }
}

const toView = ({ row: { code, reason }, agency: { id, code: agencyCode, name, shortName }, title }: Judged): PlannedExemptionView => ({
  agency: { id, code: agencyCode, name, shortName },
  ...{ code, title: title ?? '', reason },
});
