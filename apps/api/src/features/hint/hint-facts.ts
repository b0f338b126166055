import type { HintKind } from '@par-index/contract';
import type { Answer, CompiledLeaf, CompiledSet } from '@par-index/scoring';

/** Everything that the hints of one criterion at one agency are found in. */
export interface HintSubject {
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
  /** The assessed one. */
  readonly year: number;
  readonly submittedAt: Date | null;
  readonly answer: Answer | null;
  /** Decimal text, as the agency scores itself; null without a score. */
  readonly points: string | null;
  /** What all agencies of the group that have handed in give themselves, this one among them. */
  readonly groupPoints: readonly string[];
  /** Published years, newest first. */
  readonly history: readonly PastYear[];
  /** The agency's answers by code, this one among them. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly documents: readonly HintDocument[];
}

/** The criterion in an earlier year: what was in force at the end. */
export interface PastYear {
  readonly year: number;
  readonly points: string | null;
  /** Of the criterion in the set of that year; null where the set of that year has it not. */
  readonly max: number | null;
  readonly answer: Answer | null;
}

export interface HintDocument {
  readonly linkId: string;
  readonly title: string;
  /** yyyy-MM-dd. */
  readonly issuedOn: string | null;
  /** Names of other agencies that handed in the same bytes in this cycle. */
  readonly sharedWith: readonly string[];
  readonly signatures: readonly PdfSignature[];
}

/** What a signature of a PDF says of itself. Nothing of it is verified. */
export interface PdfSignature {
  /** ISO 8601, as written in the file; null where there is none, or it can't be read. */
  readonly signedAt: string | null;
  /** Whether it names the bytes that it covers. */
  readonly hasByteRange: boolean;
}

/** A hint before it has a key. `facts` is all that it is based on: as long as they stay, it is the same hint. */
export interface FoundHint {
  readonly kind: HintKind;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sentence: string;
  readonly linkId: string | null;
}

export type HintRule = (subject: HintSubject) => readonly FoundHint[];
