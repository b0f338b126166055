import { type Receipt, RECEIPT_FIELDS, type ReceiptDocument, type ReceiptEntry, type ReceiptFacts, type SubmittedAnswer, type SubmittedDocument, type SubmittedExplanation } from '@par-index/contract';
import { digestOf } from '../../platform/digest/digest';
import type { Signed } from '../../platform/signature/signatures';

export const RECEIPT_FORMAT = 'par-index-receipt/1';
export const RECEIPT_ALGORITHM = 'Ed25519';

/** What is signed: the kind of document too, so that a signature of something else is none of a receipt. */
export const signedText = (digest: string): string => `${RECEIPT_FORMAT}:${digest}`;

/** A digest for each field, so that a change of one can be named. */
export const digestsOf = (facts: ReceiptFacts): Readonly<Record<keyof ReceiptFacts, string>> =>
  Object.fromEntries(RECEIPT_FIELDS.map((field) => [field, digestOf(facts[field])])) as Record<keyof ReceiptFacts, string>;

/** The facts with their seal. */
export async function sealed(facts: ReceiptFacts, sign: (text: string) => Promise<Signed>): Promise<Receipt> {
  const digests = digestsOf(facts);
  const digest = digestOf(digests);
  const { keyId, signature } = await sign(signedText(digest));
  return { ...facts, seal: { digests, digest, algorithm: RECEIPT_ALGORITHM, keyId, signature } };
}

export const toEntry = (entry: SubmittedAnswer | SubmittedExplanation): ReceiptEntry => ({ code: entry.code, digest: digestOf(entry) });

export const toDocument = (document: SubmittedDocument): ReceiptDocument => {
  const { code, documentId, fileVersion, sha256 } = document;
  return { code, documentId, fileVersion, sha256, digest: digestOf(document) };
};
