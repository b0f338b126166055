import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type ExemptionView,
  type ExemptRequest,
  type ExtendRequest,
  type ExtensiblePhase,
  type ExtensionLine,
  extensionRefusalOf,
  type FieldError,
  hasReached,
  holds,
  type ProgressRow,
} from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import { DataSource } from 'typeorm';
import { assertVersion, lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { inVietnamTime } from '../../platform/time/vietnam-time';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { Cycle } from './cycle.entity';
import { ExtensionRepository } from './extension.repository';
import { Participant } from './participant.entity';
import type { ParticipantKey } from './participant-key';
import { ParticipantExemption } from './participant-exemption.entity';
import { PHASE_WORDS } from './phase-words';
import { ProgressService } from './progress.service';
import { disordered } from './window-errors';

@Injectable()
export class ParticipantService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly extensions: ExtensionRepository,
    private readonly compiled: CompiledSets,
    private readonly progress: ProgressService,
  ) {}

  /**
   * Gives one agency a deadline and a close of its own for one phase, in the place of those that it had for it. Refused where they could not be used any
   * more, and where they would shorten what the cycle gives everybody.
   */
  extend(actor: Actor, key: ParticipantKey, version: number, request: ExtendRequest): Promise<ProgressRow> {
    return this.change(actor, key, version, async (tx, participant, cycle) => {
      const { state } = await this.progress.rowOf(tx.em, key);
      const refusal = extensionRefusalOf(actor, { phase: cycle.phase, state }, request.phase);
      if (refusal) {
        throw new DomainError(refusal, { phase: cycle.phase });
      }
      const extension = extensionOf(request, { now: tx.now, common: await this.extensions.commonDeadline(tx.em, cycle, request.phase) });
      await this.extensions.grant(tx.em, { participantId: participant.id, ...extension, grantedBy: actor.id, grantedAt: tx.now });
      // The row itself stays as it is, but whoever read it must read it again.
      await tx.em.update(Participant, { id: participant.id }, { criteriaSetId: participant.criteriaSetId });
      const { deadlineAt, closeAt, phase } = request;
      const granted = { agencyId: key.agencyId, phase, deadlineAt, closeAt, reason: extension.reason };
      await tx.audit('participant.extended', subjectOf(participant), granted);
      await tx.raise('participant.extended', { cycleId: cycle.id, ...granted });
    });
  }

  /** All that were ever granted to the agency, newest first. */
  async extensionsOf(key: ParticipantKey): Promise<readonly ExtensionLine[]> {
    const em = this.dataSource.manager;
    const participant = await em.findOneBy(Participant, { cycleId: key.cycleId, agencyId: key.agencyId });
    if (!participant) {
      throw new DomainError('record.not-found');
    }
    return this.extensions.history(em, participant.id);
  }

  /** Puts these exemptions in the place of the present ones. Each needs a reason and a code of the agency's set; before `preliminary`. */
  exempt(actor: Actor, key: ParticipantKey, version: number, request: ExemptRequest): Promise<ProgressRow> {
    const exemptions = request.exemptions.map(({ code, reason }) => ({ code, reason: reason.trim() }));
    return this.change(actor, key, version, async (tx, participant, cycle) => {
      if (hasReached(cycle.phase, 'preliminary')) {
        throw new DomainError('cycle.phase-illegal', { phase: cycle.phase });
      }
      assertExemptions(exemptions, await this.compiled.load(tx.em, participant.criteriaSetId));
      const before = await tx.em.findBy(ParticipantExemption, { participantId: participant.id });
      await replaceExemptions(tx, participant, exemptions);
      await tx.audit('participant.exempted', subjectOf(participant), {
        agencyId: key.agencyId,
        before: reasonsOf(before),
        after: reasonsOf(exemptions),
      });
      await tx.raise('participant.exempted', { cycleId: cycle.id, agencyId: key.agencyId, participantId: participant.id });
    });
  }

  private async change(actor: Actor, key: ParticipantKey, version: number, work: Change): Promise<ProgressRow> {
    if (!holds(actor, ['home-affairs'])) {
      throw new DomainError('access.denied');
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockOne(tx.em, Cycle, { id: key.cycleId });
      const participant = await lockOne(tx.em, Participant, { cycleId: key.cycleId, agencyId: key.agencyId });
      assertVersion(participant, version);
      await work(tx, participant, cycle);
      return this.progress.rowOf(tx.em, key);
    });
  }
}

type Change = (tx: Transaction, participant: Participant, cycle: Cycle) => Promise<void>;

/** Declared here because it is this feature that raises it. */
declare module '../../platform/database/domain-events' {
  interface DomainEventPayloads {
    /** One agency has a deadline and a close of its own for one phase, or other ones. */
    'participant.extended': {
      readonly cycleId: string;
      readonly agencyId: string;
      readonly phase: ExtensiblePhase;
      readonly deadlineAt: string;
      readonly closeAt: string;
      readonly reason: string;
    };
    /** What counts for one agency has changed; its counters and totals may have, too. */
    'participant.exempted': { readonly cycleId: string; readonly agencyId: string; readonly participantId: string };
  }
}

const subjectOf = ({ id, cycleId }: Participant) => ({ id, cycleId });

const reasonsOf = (exemptions: readonly ExemptionView[]) => Object.fromEntries(exemptions.map(({ code, reason }) => [code, reason]));

/** `common` is the deadline that the agency has anyhow; null where the cycle has gone on and it has none any more. */
function extensionOf({ phase, reason, ...dates }: ExtendRequest, { now, common }: { readonly now: Date; readonly common: Date | null }) {
  if (reason.trim() === '') {
    throw new DomainError('reason.required');
  }
  const extension = { phase, deadlineAt: new Date(dates.deadlineAt), closeAt: new Date(dates.closeAt), reason: reason.trim() };
  const errors = [
    ...(extension.deadlineAt < now ? [disordered('/deadlineAt', 'Hạn mới đã qua. Hãy chọn một thời điểm từ bây giờ trở đi.')] : []),
    ...(common !== null && extension.deadlineAt >= now && extension.deadlineAt <= common
      ? [disordered('/deadlineAt', `Hạn chung của giai đoạn ${PHASE_WORDS[phase]} là ${inVietnamTime(common.toISOString())}. Hãy chọn một hạn muộn hơn.`)]
      : []),
    ...(extension.closeAt < extension.deadlineAt ? [disordered('/closeAt', 'Ngày khóa không được trước hạn. Hãy chọn ngày khóa bằng hoặc sau hạn.')] : []),
  ];
  if (errors.length > 0) {
    throw new DomainError('cycle.dates-disordered', {}, errors);
  }
  return extension;
}

function assertExemptions(exemptions: readonly ExemptionView[], set: CompiledSet): void {
  const errors = exemptions.flatMap(({ code, reason }, position): readonly FieldError[] => {
    const at = `/exemptions/${position}`;
    if (reason === '') {
      return [{ pointer: `${at}/reason`, code: 'reason.required', detail: 'Hãy nêu lý do miễn tiêu chí này.' }];
    }
    if (!set.node(code)) {
      return [{ pointer: `${at}/code`, code: 'answer.criterion-unknown', detail: `Bộ tiêu chí của cơ quan không có tiêu chí «${code}».` }];
    }
    const repeated = exemptions.findIndex((other) => other.code === code) < position;
    return repeated ? [{ pointer: `${at}/code`, code: 'record.duplicate', detail: `Tiêu chí «${code}» đã được miễn ở trên.` }] : [];
  });
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}

async function replaceExemptions(
  { em }: Transaction,
  { id, criteriaSetId }: Participant,
  exemptions: readonly ExemptionView[],
): Promise<void> {
  await em.delete(ParticipantExemption, { participantId: id });
  await em.insert(
    ParticipantExemption,
    exemptions.map(({ code, reason }) => ({ participantId: id, code, reason })),
  );
  // The row itself stays as it is, but whoever read it must read it again.
  await em.update(Participant, { id }, { criteriaSetId });
}
