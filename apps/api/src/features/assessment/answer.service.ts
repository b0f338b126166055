import { Injectable } from '@nestjs/common';
import { type Actor, answerRefusalOf, holds, type SavedAnswer, type SaveAnswerRequest, selfAssessmentWindow } from '@par-index/contract';
import { type CompiledSet, explainLeaf, runningTotals } from '@par-index/scoring';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { EvidenceService } from '../evidence/evidence.service';
import { AnswerKeeper } from './answer-keeper';
import { type AssessmentRecord, contextOf } from './assessment-record';
import { toTotalsView } from './assessment.mapper';
import { AssessmentRepository } from './assessment.repository';
import { assertDeclarable, pointsOfDeclared } from './declarable';
import { missingItemsOf } from './missing-items';
import { OWN_READERS } from './sight';
import { type StoredAnswer, toAgencyAnswers, toAnswerView } from './stored-answer';

export interface AnswerKey {
  readonly assessmentId: string;
  readonly code: string;
  /** That the sender read; 0 where there was none. */
  readonly version: number;
}

@Injectable()
export class AnswerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly keeper: AnswerKeeper,
    private readonly evidence: EvidenceService,
    private readonly compiled: CompiledSets,
  ) {}

  /**
   * Stores an answer with its points, its line in the history and its audit line, and says what it does to the totals. Refuses what is
   * not the agency's to state now, an answer that the rule does not take, and one that somebody has changed meanwhile: then the problem
   * carries what stands there. A save that comes twice is one save.
   */
  save(actor: Actor, key: AnswerKey, request: SaveAnswerRequest): Promise<SavedAnswer> {
    return this.unitOfWork.run(actor, async (tx) => {
      const record = await this.assessments.get(tx.em, key.assessmentId, 'share');
      assertMayAnswer(actor, record);
      const set = await this.compiled.load(tx.em, record.criteriaSetId);
      assertDeclarable(set, record, key.code);
      const points = pointsOfDeclared(set, key.code, request.answer);
      const late = selfAssessmentWindow(contextOf(record)) === 'late';
      const answers = await this.keeper.store(tx, { ...key, cycleId: record.cycleId, userId: actor.id, request, points, late });
      const evidenced = await this.evidence.evidencedCodes(tx.em, record.id);
      return toSaved({ set, record, answers, evidenced }, key.code);
    });
  }
}

/** Another agency's assessment is answered like one that is not there. */
function assertMayAnswer(actor: Actor, record: AssessmentRecord): void {
  if (!holds(actor, OWN_READERS, record.agency.id)) {
    throw new DomainError('record.not-found');
  }
  const refusal = answerRefusalOf(actor, contextOf(record));
  if (refusal) {
    throw new DomainError(refusal, { state: record.state, phase: record.phase });
  }
}

interface Saved {
  readonly set: CompiledSet;
  readonly record: AssessmentRecord;
  readonly answers: readonly StoredAnswer[];
  readonly evidenced: ReadonlySet<string>;
}

function toSaved({ set, record, answers, evidenced }: Saved, code: string): SavedAnswer {
  const saved = answers.find((answer) => answer.code === code);
  if (!saved) {
    throw new Error(`The answer to ${code} is not among those that stand after it was saved`);
  }
  const agency = toAgencyAnswers(record, answers);
  const exempt = agency.exempt ?? [];
  const totals = runningTotals(set, agency);
  return {
    saved: toAnswerView(saved),
    trace: explainLeaf(set, code, saved.answer, { exempt }),
    totals: toTotalsView(set, totals),
    missing: missingItemsOf(set, totals, { answers, evidenced, exempt }),
  };
}
