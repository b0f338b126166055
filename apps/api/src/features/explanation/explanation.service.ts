import { Injectable } from '@nestjs/common';
import { type Actor, type ExplanationEntry, explanationRefusalOf, explanationWindow, type SaveExplanationRequest } from '@par-index/contract';
import { UnitOfWork, type Transaction } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Differences } from '../appraisal/differences.service';
import { AssessmentReading, type Seen } from '../assessment/assessment-reading.service';
import { toEntry } from './explanation.mapper';
import { ExplanationRepository, type StoredExplanation } from './explanation.repository';

export interface ExplanationKey {
  readonly assessmentId: string;
  readonly code: string;
  /** That the sender read; 0 where there was none. */
  readonly version: number;
}

@Injectable()
export class ExplanationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: AssessmentReading,
    private readonly differences: Differences,
    private readonly explanations: ExplanationRepository,
  ) {}

  /**
   * Keeps what the agency says to one difference, with its line in the history. Refuses what is not the actor's to say now, a criterion that is no
   * difference, and an entry that somebody has changed meanwhile: then the problem carries what stands there. A save that comes twice is one save.
   */
  save(actor: Actor, key: ExplanationKey, request: SaveExplanationRequest): Promise<ExplanationEntry> {
    return this.unitOfWork.run(actor, async (tx) => {
      const seen = await this.reading.see(tx.em, actor, key.assessmentId, 'share');
      assertMayExplain(actor, seen);
      await this.assertDifference(tx, key);
      const before = await this.explanations.find(tx.em, key.assessmentId, key.code);
      if (isMade(before, key, request)) {
        return toEntry(before);
      }
      return this.write(tx, { actor, seen, key, request, before });
    });
  }

  private async write(tx: Transaction, { actor, seen, key, request, before }: Change): Promise<ExplanationEntry> {
    const { assessmentId, code, version } = key;
    const late = explanationWindow(seen.context) === 'late';
    if ((before?.version ?? 0) !== version || !(await this.explanations.write(tx.em, { assessmentId, code, version, ...request, late, userId: actor.id, now: tx.now }))) {
      throw conflict(await this.explanations.find(tx.em, assessmentId, code));
    }
    const line = { code, before: before?.stance ?? null, after: request.stance, textChanged: request.text !== (before?.text ?? ''), late };
    await tx.audit('explanation.saved', { id: assessmentId, cycleId: seen.record.cycleId }, line);
    const after = await this.explanations.find(tx.em, assessmentId, code);
    if (!after) {
      throw new Error(`The explanation of ${code} is not there after it was saved`);
    }
    return toEntry(after);
  }

  private async assertDifference({ em }: Transaction, { assessmentId, code }: ExplanationKey): Promise<void> {
    const differences = await this.differences.of(em, assessmentId);
    if (!differences.some((difference) => difference.code === code)) {
      throw new DomainError('explanation.no-difference', { code });
    }
  }
}

interface Change {
  readonly actor: Actor;
  readonly seen: Seen;
  readonly key: ExplanationKey;
  readonly request: SaveExplanationRequest;
  readonly before: StoredExplanation | null;
}

/** Another agency's assessment is answered like one that is not there. */
function assertMayExplain(actor: Actor, { sight, context }: Seen): void {
  if (sight.as !== 'own') {
    throw new DomainError('record.not-found');
  }
  const refusal = explanationRefusalOf(actor, context);
  if (refusal) {
    throw new DomainError(refusal, { state: context.state, phase: context.phase });
  }
}

/** The same words at the version that was read, or one after it by this very change. */
function isMade(stored: StoredExplanation | null, { version }: ExplanationKey, { stance, text }: SaveExplanationRequest): stored is StoredExplanation {
  return stored !== null && (stored.version === version || stored.version === version + 1) && stored.stance === stance && stored.text === text;
}

function conflict(stored: StoredExplanation | null): DomainError {
  return new DomainError('record.version-stale', { version: stored?.version ?? 0 }, [], stored && toEntry(stored));
}
