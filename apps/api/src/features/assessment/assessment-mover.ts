import { Injectable } from '@nestjs/common';
import { actingFor, type Actor, ASSESSMENT_TRANSITIONS, type AssessmentAction, type AssessmentState } from '@par-index/contract';
import type { Transaction } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { EvidenceService } from '../evidence/evidence.service';
import { Assessment } from './assessment.entity';
import { effectsOf, HANDS_IN, type MoveFacts } from './move-effects';

/** An assessment that the caller has locked. */
export interface Movable {
  readonly id: string;
  readonly cycleId: string;
  readonly state: AssessmentState;
  /** The assessed agency; absent where no person moves it. */
  readonly agency?: { readonly id: string };
}

/** Writes moves: the state, what goes with it, the pins of the documents, the audit line. Who may make them has been asked before. */
@Injectable()
export class AssessmentMover {
  constructor(private readonly evidence: EvidenceService) {}

  /** Refuses a state from which there is no such move. */
  async move(tx: Transaction, { id, cycleId, state: from, agency }: Movable, action: AssessmentAction, given: Pick<MoveFacts, 'reason' | 'late'>): Promise<void> {
    const { from: allowed, to } = ASSESSMENT_TRANSITIONS[action];
    if (!allowed.includes(from)) {
      throw new DomainError('assessment.state-illegal', { state: from, action });
    }
    const effects = effectsOf(action, { ...given, now: tx.now, userId: tx.actor?.id ?? null });
    const update = tx.em.createQueryBuilder().update(Assessment).set({ ...effects, state: to, version: () => 'version + 1' });
    await update.where({ id }).updateEntity(false).execute();
    if (HANDS_IN.has(action)) {
      await this.evidence.pin(tx.em, [id]);
    }
    if (action === 'reopen') {
      await this.evidence.unpin(tx.em, id);
    }
    await tx.audit('assessment.moved', { id, cycleId }, { action, from, to, ...given, ...inPlaceOf(tx.actor, agency?.id, action) });
    await tx.raise('assessment.moved', { assessmentId: id, cycleId, action, from, to, late: given.late });
  }
}

/** Declared here because it is this feature that raises it, and whoever moves assessments further to the right. */
declare module '../../platform/database/domain-events' {
  interface DomainEventPayloads {
    /** An assessment has left one state for another, by whomever. */
    'assessment.moved': {
      readonly assessmentId: string;
      readonly cycleId: string;
      readonly action: AssessmentAction;
      readonly from: AssessmentState;
      readonly to: AssessmentState;
      readonly late: boolean;
    };
  }
}

/** In whose place the move is made, where it is made by delegation. */
function inPlaceOf(actor: Actor | null, agencyId: string | undefined, action: AssessmentAction): { readonly actingFor?: string } {
  const { by } = ASSESSMENT_TRANSITIONS[action];
  const absent = actor && agencyId && 'own' in by ? actingFor(actor, by.own, agencyId) : null;
  return absent === null ? {} : { actingFor: absent };
}
