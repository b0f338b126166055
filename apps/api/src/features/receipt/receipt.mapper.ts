import { type Actor, type PublicReceipt, receiptFileRefusalOf, type ReceiptFinding, type ReceiptView } from '@par-index/contract';
import type { ReceiptHead } from './receipt.repository';

export function toReceiptView(actor: Actor, head: ReceiptHead): ReceiptView {
  const { number, assessmentId, agency, round, late, replaces, replacedBy, entries, documents, digest, keyId, facts } = head;
  const { name, inPlaceOf } = facts.signedBy;
  return {
    ...{ number, issuedAt: head.issuedAt.toISOString(), assessmentId, agency, cycleTitle: facts.cycle.title, year: facts.cycle.year, round },
    signedBy: inPlaceOf === null ? name : `${name} (thay mặt ${inPlaceOf})`,
    ...{ deadlineAt: facts.deadlineAt, late, replaces, replacedBy, entries, documents, digest, keyId },
    own: receiptFileRefusalOf(actor, { agencyId: agency.id }) === null,
  };
}

/** `findings` are those of the receipt that is kept. The name of the agency is that of the day on which it was issued. */
export function toPublicReceipt({ number, issuedAt, round, late, replaces, replacedBy, digest, keyId, facts }: ReceiptHead, findings: readonly ReceiptFinding[]): PublicReceipt {
  const { agency, cycle, deadlineAt } = facts;
  return { number, issuedAt: issuedAt.toISOString(), agencyName: agency.name, cycleTitle: cycle.title, year: cycle.year, round, deadlineAt, late, replaces, replacedBy, digest, keyId, genuine: findings.length === 0 };
}
