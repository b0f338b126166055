import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actingFor, type ReceiptFacts, receiptNumber, RECEIPT_ALPHABET, type ReceiptRound, type SubmittedAnswer, type SubmittedDocument, type SubmittedExplanation } from '@par-index/contract';
import { randomInt } from 'node:crypto';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { Signatures } from '../../platform/signature/signatures';
import { RECEIPT_FORMAT, sealed, toDocument, toEntry } from './receipt-seal';
import { ReceiptRepository } from './receipt.repository';

/** A submission that its transaction has just written. */
export interface Submission {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly round: ReceiptRound;
  readonly late: boolean;
  /** Whose signature it is; the actor of the transaction where not told otherwise. */
  readonly signedBy?: string;
  /** The moment of it; that of the transaction where not told otherwise. */
  readonly at?: Date;
  /** What was explained; of a self-assessment the answers are read. */
  readonly entries?: readonly SubmittedExplanation[];
}

const LENGTH = 10;

const byCode = (one: SubmittedExplanation, other: SubmittedExplanation): number => (one.code < other.code ? -1 : 1);

/** Issues a receipt for whatever an agency hands in, in the transaction that hands it in: there is no submission without one, and none without a submission. */
@Injectable()
export class ReceiptIssue implements OnModuleInit {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly signatures: Signatures,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on('assessment.moved', async (tx, { action, assessmentId, cycleId, late }) => {
      if (action === 'submit') {
        await this.issue(tx, { assessmentId, cycleId, late, round: 'self-assessment' });
      }
    });
    this.events.on('explanation.submitted', async (tx, submitted) => {
      await this.issue(tx, { ...submitted, round: 'explanation' });
    });
  }

  /** The number of the new receipt. The assessment is locked by whoever submits it. */
  async issue(tx: Transaction, submission: Submission): Promise<string> {
    const { assessmentId, round, late, at = tx.now, signedBy = personOf(tx) } = submission;
    const former = await this.receipts.findNewest(tx.em, assessmentId, round);
    const entries = submission.entries?.toSorted(byCode) ?? (await this.receipts.listAnswers(tx.em, assessmentId));
    const documents = await this.receipts.listDocuments(tx.em, assessmentId, round);
    const given = { at, signedBy, replaces: former?.number ?? null, entries, documents };
    const { facts, inPlaceOf } = await this.factsOf(tx, submission, given);
    const document = await sealed(facts, (text) => this.signatures.sign(tx.em, text));
    const { number } = facts;
    const { digest, keyId } = document.seal;
    await this.receipts.insert(tx.em, { number, assessmentId, round, late, signedBy, inPlaceOf, issuedAt: at, replaces: former?.id ?? null, digest, keyId, document, content: { entries, documents } });
    await tx.audit('receipt.issued', { id: assessmentId, cycleId: submission.cycleId }, { number, round, late, digest, replaces: given.replaces });
    return number;
  }

  private async factsOf(tx: Transaction, { assessmentId, round, late }: Submission, given: Given): Promise<{ readonly facts: ReceiptFacts; readonly inPlaceOf: string | null }> {
    const { agency, cycle, criteriaSet, deadlineAt } = await this.receipts.getFacts(tx.em, assessmentId, round);
    const inPlaceOf = tx.actor && tx.actor.id === given.signedBy ? actingFor(tx.actor, ['agency-head'], agency.id) : null;
    const names = await this.receipts.namesOf(tx.em, [given.signedBy, ...(inPlaceOf ? [inPlaceOf] : [])]);
    const facts: ReceiptFacts = {
      ...{ format: RECEIPT_FORMAT, number: newNumber(cycle.year), issuedAt: given.at.toISOString() },
      ...{ agency, cycle, assessmentId, round, criteriaSet },
      signedBy: { name: names.get(given.signedBy) ?? '', inPlaceOf: (inPlaceOf && names.get(inPlaceOf)) ?? null },
      ...{ deadlineAt: deadlineAt.toISOString(), late, replaces: given.replaces },
      ...{ entries: given.entries.map(toEntry), documents: given.documents.map(toDocument) },
    };
    return { facts, inPlaceOf };
  }
}

interface Given {
  readonly at: Date;
  readonly signedBy: string;
  readonly replaces: string | null;
  readonly entries: readonly (SubmittedAnswer | SubmittedExplanation)[];
  readonly documents: readonly SubmittedDocument[];
}

/** 32 to the power of 10: nobody finds one by guessing, so that the public page tells nothing to whoever was not given the number. */
const newNumber = (year: number): string => receiptNumber(year, Array.from({ length: LENGTH }, () => RECEIPT_ALPHABET[randomInt(RECEIPT_ALPHABET.length)]).join(''));

function personOf({ actor }: Transaction): string {
  if (!actor) {
    throw new Error('What is handed in is signed by a person');
  }
  return actor.id;
}
