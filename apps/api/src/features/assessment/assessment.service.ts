import { Injectable } from '@nestjs/common';
import {
  type Actor,
  ASSESSMENT_TRANSITIONS,
  type AssessmentAction,
  assessmentRefusalOf,
  type AssessmentView,
  explanationWindow,
  type MoveAssessmentRequest,
  selfAssessmentWindow,
} from '@par-index/contract';
import { assertVersion } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentMover } from './assessment-mover';
import { AssessmentReading } from './assessment-reading.service';
import { type AssessmentRecord, contextOf } from './assessment-record';
import { AssessmentRepository } from './assessment.repository';
import { Completeness } from './completeness';

/** The moves of an assessment that people make. Those of the clock are in `AssessmentClock`. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly reading: AssessmentReading,
    private readonly mover: AssessmentMover,
    private readonly completeness: Completeness,
  ) {}

  /**
   * Moves an assessment one step. Refuses what is not the actor's to see or to do, a missing reason, a version that somebody has changed,
   * and, before sending and submitting, whatever is missing (`assessment.incomplete`, a line for each).
   */
  async move(actor: Actor, id: string, version: number, { action, reason }: MoveAssessmentRequest): Promise<AssessmentView> {
    await this.unitOfWork.run(actor, async (tx) => {
      const record = await this.assessments.get(tx.em, id, 'change');
      await this.assertMayMove(tx, actor, record, action);
      const given = reasonOf(action, reason);
      assertVersion(record, version);
      if (action === 'send' || action === 'submit') {
        await this.completeness.assert(tx.em, record);
      }
      const late = windowOfMove(action, record) === 'late';
      await this.mover.move(tx, record, action, { reason: given, late });
    });
    return this.reading.get(actor, id);
  }

  private async assertMayMove(tx: Transaction, actor: Actor, record: AssessmentRecord, action: AssessmentAction): Promise<void> {
    const refusal = assessmentRefusalOf(actor, contextOf(record), action);
    if (refusal === null) {
      return;
    }
    // Who oversees a cycle knows that the own agency takes part in it: only there the refusal says why.
    if (refusal !== 'access.own-agency' && !(await this.reading.sightOf(tx.em, actor, record))) {
      throw new DomainError('record.not-found');
    }
    throw new DomainError(refusal, { action, state: record.state });
  }
}

/** The window that a move is made in, where it has one that can be late. */
function windowOfMove(action: AssessmentAction, record: AssessmentRecord): ReturnType<typeof selfAssessmentWindow> | null {
  const windows: Partial<Record<AssessmentAction, typeof selfAssessmentWindow>> = { 'submit': selfAssessmentWindow, 'submit-explanation': explanationWindow };
  return windows[action]?.(contextOf(record)) ?? null;
}

/** Trimmed; null where none is given. Refuses a missing one where the move needs it. */
function reasonOf(action: AssessmentAction, reason: string | undefined): string | null {
  const given = reason?.trim() || null;
  if (given === null && ASSESSMENT_TRANSITIONS[action].reasonRequired) {
    throw new DomainError('reason.required', {}, [{ pointer: '/reason', code: 'reason.required', detail: 'Hãy ghi lý do.' }]);
  }
  return given;
}
