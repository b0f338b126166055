import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ExtensiblePhase, NotificationParts, Phase, Role } from '@par-index/contract';
import { DomainEvents, type DomainEventPayloads } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { MOVE_NOTICES } from './move-notices';
import { RecipientRepository } from './recipients.repository';
import { Teller } from './teller.service';
import type { Told } from './told';

const COUNCIL: readonly Role[] = ['council-member', 'council-chair'];
const OWN: readonly Role[] = ['agency-officer', 'agency-head'];
const READERS: readonly Role[] = [...COUNCIL, 'leader', 'home-affairs'];

/** Where the agency works by its extension. */
const EXTENDED_AT: Readonly<Record<ExtensiblePhase, string>> = { 'self-assessment': '/assessments', 'explanation': '/explanations', 'preliminary': '/petitions' };

type Recipients = (tx: Transaction, cycleId: string, parts: NotificationParts) => Promise<readonly Told[]>;

/** Tells the people whom an event concerns, in the transaction that raised it. A feature adds an event and a line in `onModuleInit`. */
@Injectable()
export class Notices implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly recipients: RecipientRepository,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.events.on('cycle.phase-opened', (tx, { cycleId, to }) => this.phaseOpened(tx, cycleId, to));
    this.events.on('cycle.clock-waits', (tx, event) => this.clockWaits(tx, event));
    this.events.on('cycle.published', (tx, { cycleId }) => this.published(tx, cycleId));
    this.events.on('assessment.moved', (tx, event) => this.moved(tx, event));
    this.events.on('participant.extended', (tx, event) => this.extended(tx, event));
    this.events.on('council.vote-wanted', (tx, event) => this.voteWanted(tx, event));
    this.events.on('council.blind-wanted', (tx, event) => this.blindWanted(tx, event));
    this.events.on('petition.filed', (tx, event) => this.petitionFiled(tx, event));
    this.events.on('criteria-set.corrected', (tx, event) => this.setCorrected(tx, event));
    this.events.on('petition.answered', (tx, event) => this.petitionAnswered(tx, event));
  }

  private readonly byPhase: Readonly<Partial<Record<Phase, Recipients>>> = {
    'self-assessment': ({ em }, cycleId, parts) => this.recipients.participants(em, cycleId, parts),
    'appraisal': ({ em }, cycleId, parts) => this.recipients.appraisers(em, cycleId, parts),
    'explanation': ({ em }, cycleId, parts) => this.recipients.participants(em, cycleId, parts, ['explaining']),
    'reappraisal': ({ em }, cycleId, parts) => this.recipients.appraisers(em, cycleId, parts),
    'council': ({ em }, cycleId, parts) => this.recipients.withRole(em, cycleId, { roles: [...COUNCIL, 'home-affairs'], path: `/council/${cycleId}`, parts }),
    'preliminary': async ({ em }, cycleId, parts) => oncePerPerson([
      ...(await this.recipients.participants(em, cycleId, parts)),
      ...(await this.recipients.withRole(em, cycleId, { roles: READERS, path: '/results', parts })),
    ]),
  };

  private async phaseOpened(tx: Transaction, cycleId: string, phase: Phase): Promise<void> {
    const recipients = this.byPhase[phase];
    if (recipients) {
      await this.teller.tell(tx, 'phase-opened', await recipients(tx, cycleId, await this.recipients.phaseParts(tx.em, cycleId, phase)));
    }
  }

  private async clockWaits(tx: Transaction, { cycleId, to, waitsFor }: DomainEventPayloads['cycle.clock-waits']): Promise<void> {
    const parts = { phase: to, lines: waitsFor };
    await this.teller.tell(tx, 'clock-waits', await this.recipients.withRole(tx.em, cycleId, { roles: ['home-affairs'], path: `/cycles/${cycleId}`, parts }));
  }

  private async published(tx: Transaction, cycleId: string): Promise<void> {
    const parts = await this.recipients.phaseParts(tx.em, cycleId, 'published');
    const readers = await this.recipients.withRole(tx.em, cycleId, { roles: READERS, path: '/results', parts });
    const own = await this.recipients.participants(tx.em, cycleId, parts);
    await this.teller.tell(tx, 'published', oncePerPerson([...readers, ...own.map((one) => ({ ...one, path: '/results' }))]));
  }

  private async moved(tx: Transaction, { assessmentId, action }: DomainEventPayloads['assessment.moved']): Promise<void> {
    const notice = MOVE_NOTICES[action];
    if (notice) {
      const { kind, to: roles, path, withReason } = notice;
      const parts = kind === 'explanation-asked' ? await this.recipients.explanationParts(tx.em, assessmentId) : {};
      await this.teller.tell(tx, kind, await this.recipients.own(tx.em, assessmentId, { roles, path, withReason, parts }));
    }
  }

  private async extended(tx: Transaction, { cycleId, agencyId, ...parts }: DomainEventPayloads['participant.extended']): Promise<void> {
    const assessmentId = await this.recipients.assessmentOf(tx.em, cycleId, agencyId);
    if (assessmentId !== null) {
      const path = EXTENDED_AT[parts.phase];
      await this.teller.tell(tx, 'extended', await this.recipients.own(tx.em, assessmentId, { roles: OWN, path, parts, withReason: false }));
    }
  }

  private async petitionAnswered(tx: Transaction, { assessmentId, code }: DomainEventPayloads['petition.answered']): Promise<void> {
    const told = await this.recipients.own(tx.em, assessmentId, { roles: OWN, path: '/petitions', parts: code ? { code } : {}, withReason: false });
    await this.teller.tell(tx, 'petition-answered', told);
  }

  private async setCorrected(tx: Transaction, { reason, assessments }: DomainEventPayloads['criteria-set.corrected']): Promise<void> {
    for (const { assessmentId, setAside } of assessments) {
      const parts = { reason, ...(setAside.length > 0 ? { lines: setAside } : {}) };
      await this.teller.tell(tx, 'criteria-corrected', await this.recipients.own(tx.em, assessmentId, { roles: OWN, path: '/assessments', parts, withReason: false }));
    }
  }

  /** Many votes open at once: a member is told once a day that there are some, and not of which agency. */
  private async voteWanted(tx: Transaction, { cycleId, assessmentId }: DomainEventPayloads['council.vote-wanted']): Promise<void> {
    const members = await this.recipients.others(tx.em, assessmentId, { roles: COUNCIL, path: `/council/${cycleId}` });
    const onceKey = `council-vote ${cycleId} ${dayInVietnam(tx.now)}`;
    await this.teller.tell(tx, 'council-vote', members.map((one) => ({ ...one, subjectId: cycleId, parts: {}, onceKey })));
  }

  /** The two who are asked, and nobody else; not of which agency. */
  private async blindWanted(tx: Transaction, { cycleId, itemId, code, memberIds }: DomainEventPayloads['council.blind-wanted']): Promise<void> {
    const parts = { blind: true as const, ...(code ? { code } : {}) };
    await this.teller.tell(tx, 'council-vote', memberIds.map((userId) => ({ userId, subjectId: cycleId, cycleId, path: `/council/items/${itemId}`, parts })));
  }

  private async petitionFiled(tx: Transaction, { assessmentId, code }: DomainEventPayloads['petition.filed']): Promise<void> {
    const wanted = { roles: ['home-affairs'] as const, path: '/petitions', parts: code ? { code } : {} };
    await this.teller.tell(tx, 'petition-filed', await this.recipients.others(tx.em, assessmentId, wanted));
  }
}

/** `2026-12-15`. */
const dayInVietnam = (moment: Date): string => new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Somebody with several roles is told once; the first line stands. */
function oncePerPerson(told: readonly Told[]): readonly Told[] {
  return [...new Map([...told].reverse().map((one) => [one.userId, one])).values()];
}
