import type { Answer } from '@par-index/scoring';
import type { EvidenceRound } from '../evidence/evidence.api';
import type { Stance } from '../explanation/explanation.workflow';
import type { AgencyRef } from '../organisation/organisation.api';

/** What was handed in: the self-assessment, or the explanation of the differences. */
export type ReceiptRound = EvidenceRound;

/** What an agency declared for one criterion when it handed in. */
export interface SubmittedAnswer {
  readonly code: string;
  readonly answer: Answer | null;
  readonly note: string;
  readonly evidenceExplanation: string;
}

/** What an agency said to one difference when it handed in. */
export interface SubmittedExplanation {
  readonly code: string;
  readonly stance: Stance;
  readonly text: string;
}

/** A document under one criterion, in the version of its file that was handed in; without a file, its link or number alone. */
export interface SubmittedDocument {
  readonly code: string;
  readonly documentId: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: string | null;
  readonly issuer: string;
  readonly url: string | null;
  readonly section: string;
  readonly page: number | null;
  readonly fileVersion: number | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
}

/** GET /receipts/:number/content: everything that a receipt is for, word by word, for the agency whose it is. */
export interface SubmittedContent {
  readonly number: string;
  readonly entries: readonly (SubmittedAnswer | SubmittedExplanation)[];
  readonly documents: readonly SubmittedDocument[];
}

export interface ReceiptEntry {
  readonly code: string;
  /** SHA-256 of the entry as canonical JSON (RFC 8785), hexadecimal. */
  readonly digest: string;
}

export interface ReceiptDocument {
  readonly code: string;
  readonly documentId: string;
  readonly fileVersion: number | null;
  /** Of the file's bytes; null where there is no file. */
  readonly sha256: string | null;
  /** SHA-256 of the whole line of `SubmittedDocument` as canonical JSON. */
  readonly digest: string;
}

/** What the server attests: who handed in what, when. No points and no answers: their digests alone. */
export interface ReceiptFacts {
  readonly format: 'par-index-receipt/1';
  readonly number: string;
  /** Server time, ISO 8601 in UTC. */
  readonly issuedAt: string;
  readonly agency: { readonly id: string; readonly code: string; readonly name: string };
  readonly cycle: { readonly id: string; readonly year: number; readonly title: string };
  readonly assessmentId: string;
  readonly round: ReceiptRound;
  readonly criteriaSet: { readonly code: string; readonly versionNumber: number; readonly digest: string };
  readonly signedBy: { readonly name: string; readonly inPlaceOf: string | null };
  readonly deadlineAt: string;
  readonly late: boolean;
  /** The number of the receipt before it, where the same was handed in before and reopened. */
  readonly replaces: string | null;
  readonly entries: readonly ReceiptEntry[];
  readonly documents: readonly ReceiptDocument[];
}

/** What keeps the facts as they are. Each field has its digest, all digests have one, and that one is signed: so a changed field can be named. */
export interface ReceiptSeal {
  readonly digests: Readonly<Record<keyof ReceiptFacts, string>>;
  /** SHA-256 of `digests` as canonical JSON. */
  readonly digest: string;
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** Of `<format>:<digest>` in UTF-8, base64url. */
  readonly signature: string;
}

/** GET /receipts/:number/file: the receipt as it is kept and handed out. */
export interface Receipt extends ReceiptFacts {
  readonly seal: ReceiptSeal;
}

/** GET /assessments/:id/receipts, newest first; GET /receipts/:number. */
export interface ReceiptView {
  readonly number: string;
  readonly issuedAt: string;
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly cycleTitle: string;
  readonly year: number;
  readonly round: ReceiptRound;
  readonly signedBy: string;
  readonly deadlineAt: string;
  readonly late: boolean;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly entries: number;
  readonly documents: number;
  readonly digest: string;
  readonly keyId: string;
  /** Whether this reader may take the file, and the content: the agency alone. */
  readonly own: boolean;
}

/** GET /public/receipts/:number: what anybody may know who holds the number. Nothing of any answer or score. */
export interface PublicReceipt {
  readonly number: string;
  readonly issuedAt: string;
  readonly agencyName: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly round: ReceiptRound;
  readonly deadlineAt: string;
  readonly late: boolean;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly digest: string;
  readonly keyId: string;
  /** Whether what is kept still bears out its own signature. */
  readonly genuine: boolean;
}

/** One thing that is wrong with a receipt that somebody shows. */
export interface ReceiptFinding {
  /** JSON pointer into the receipt, empty where it is the whole. */
  readonly pointer: string;
  /** A Vietnamese sentence that names the field. */
  readonly detail: string;
}

/** POST /public/receipts/check with a `Receipt` as it was handed out. */
export interface ReceiptCheck {
  readonly genuine: boolean;
  /** Empty where it is genuine. */
  readonly findings: readonly ReceiptFinding[];
  /** What is kept under its number; null where there is nothing. */
  readonly kept: PublicReceipt | null;
}

/** GET /public/receipt-keys: every key that has ever signed, newest first. A receipt is checked against the one that it names. */
export interface ReceiptKeyView {
  readonly keyId: string;
  readonly algorithm: 'Ed25519';
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  readonly since: string;
}
