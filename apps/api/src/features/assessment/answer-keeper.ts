import { Injectable } from '@nestjs/common';
import type { SaveAnswerRequest } from '@par-index/contract';
import type { Transaction } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AnswerRepository } from './answer.repository';
import { says, type StoredAnswer, toAnswerView, wasSavedBefore } from './stored-answer';

/** One person's wish to change one answer, found to be allowed. */
export interface AnswerChange {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly code: string;
  /** That the sender read; 0 where there was none. */
  readonly version: number;
  readonly userId: string;
  readonly request: SaveAnswerRequest;
  /** Decimal text. */
  readonly points: string | null;
  readonly late: boolean;
}

/** Compares versions and writes: the one place in which an answer changes. */
@Injectable()
export class AnswerKeeper {
  constructor(private readonly answers: AnswerRepository) {}

  /**
   * The assessment's answers with the change in them. What says the same as before, and what was saved before by the same sender, is
   * left as it is. Refuses a version that is not the newest one, with the newest.
   */
  async store(tx: Transaction, change: AnswerChange): Promise<readonly StoredAnswer[]> {
    const standing = await this.answers.list(tx.em, change.assessmentId);
    const before = find(standing, change.code);
    if (isMade(before, change)) {
      return standing;
    }
    assertNewest(before, change);
    const after = await this.answers.write(tx.em, writeOf(change, tx.now));
    if (!after) {
      return this.overtaken(tx, change);
    }
    await this.audit(tx, change, before);
    return [...standing.filter(({ code }) => code !== change.code), after];
  }

  /** Somebody wrote between reading and writing. If that was the same save, sent twice, it is made. */
  private async overtaken(tx: Transaction, change: AnswerChange): Promise<readonly StoredAnswer[]> {
    const standing = await this.answers.list(tx.em, change.assessmentId);
    const current = find(standing, change.code);
    if (!isMade(current, change)) {
      throw conflict(current);
    }
    return standing;
  }

  private async audit(tx: Transaction, { assessmentId, cycleId, code, request, points, late }: AnswerChange, before: StoredAnswer | null): Promise<void> {
    const noteChanged = request.note !== (before?.note ?? '') || request.evidenceExplanation !== (before?.evidenceExplanation ?? '');
    const payload = { code, before: before?.answer ?? null, after: request.answer, points, noteChanged, late };
    await tx.audit('answer.saved', { id: assessmentId, cycleId }, payload);
  }
}

const find = (answers: readonly StoredAnswer[], wanted: string): StoredAnswer | null => answers.find(({ code }) => code === wanted) ?? null;

function isMade(stored: StoredAnswer | null, { request, userId, version }: AnswerChange): boolean {
  return stored !== null && ((stored.version === version && says(stored, request)) || wasSavedBefore(stored, request, { userId, version }));
}

function assertNewest(stored: StoredAnswer | null, { version }: AnswerChange): void {
  if ((stored?.version ?? 0) !== version) {
    throw conflict(stored);
  }
}

function conflict(stored: StoredAnswer | null): DomainError {
  return new DomainError('record.version-stale', { version: stored?.version ?? 0 }, [], stored && toAnswerView(stored));
}

function writeOf({ assessmentId, code, version, userId, request, points, late }: AnswerChange, now: Date) {
  const { answer, note, evidenceExplanation } = request;
  return { assessmentId, code, answer, note, evidenceExplanation, points, late, version: version + 1, updatedById: userId, updatedAt: now };
}
