import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AssessmentAction, type FieldError, type SubmittedExplanation, unexplained } from '@par-index/contract';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Reappraisal } from '../appraisal/reappraisal.service';
import { EvidenceService } from '../evidence/evidence.service';
import { ExplanationRepository } from './explanation.repository';
import { RoundRepository } from './round.repository';

interface Moved {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly action: AssessmentAction;
  readonly late: boolean;
}

/** Opens and ends the round of an assessment with its moves. */
@Injectable()
export class ExplanationRounds implements OnModuleInit {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly explanations: ExplanationRepository,
    private readonly evidence: EvidenceService,
    private readonly reappraisal: Reappraisal,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on('assessment.moved', (tx, moved) => this.follow(tx, moved));
  }

  private async follow(tx: Transaction, moved: Moved): Promise<void> {
    if (moved.action === 'open-differences') {
      await this.rounds.open(tx.em, moved.assessmentId, tx.now);
    }
    if (moved.action === 'submit-explanation') {
      await this.submit(tx, moved);
    }
    if (moved.action === 'silence') {
      await this.rounds.endInSilence(tx.em, moved.assessmentId, tx.now);
      await this.reappraisal.completeDone(tx, ofOne(moved));
    }
  }

  /** Refuses while a criterion is to be explained without a word. What is explained gets its appraiser; where nothing is, appraisal 2 is done at once. */
  private async submit(tx: Transaction, moved: Moved): Promise<void> {
    const { assessmentId, cycleId, late } = moved;
    const explained = await this.explanations.list(tx.em, assessmentId);
    const open = unexplained(explained);
    if (open.length > 0) {
      throw new DomainError('explanation.incomplete', { missing: open.length }, open.map(incomplete));
    }
    await this.rounds.submit(tx.em, assessmentId, { userId: submitterOf(tx), now: tx.now, late });
    await this.evidence.pin(tx.em, [assessmentId], 'explanation');
    await tx.raise('explanation.submitted', { assessmentId, cycleId, late, entries: explained.map(({ code, stance, text }) => ({ code, stance, text })) });
    await this.reappraisal.assign(tx, assessmentId);
    await this.reappraisal.completeDone(tx, ofOne(moved));
  }
}

/** Declared here because it is this feature that raises it. */
declare module '../../platform/database/domain-events' {
  interface DomainEventPayloads {
    /** The head has signed what the agency says to the differences; its documents are pinned. */
    'explanation.submitted': { readonly assessmentId: string; readonly cycleId: string; readonly late: boolean; readonly entries: readonly SubmittedExplanation[] };
  }
}

const ofOne = ({ cycleId, assessmentId }: Moved) => ({ cycleId, assessmentIds: [assessmentId] });

function submitterOf({ actor }: Transaction): string {
  if (!actor) {
    throw new Error('An explanation is submitted by a person');
  }
  return actor.id;
}

const incomplete = (code: string): FieldError => ({
  pointer: `/explanations/${code}`,
  code: 'explanation.text-missing',
  detail: `Tiêu chí ${code} chọn giải trình nhưng chưa có nội dung. Hãy viết giải trình, hoặc chọn đồng ý.`,
});
