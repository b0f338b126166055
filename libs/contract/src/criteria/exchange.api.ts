import type { SheetError } from '../identity/identity.api';
import type { FindingView } from './criteria.api';

/** What a set comes in: JSON, the workbook of Excel, or the decision itself as a Word document. */
export const IMPORT_KINDS = ['json', 'workbook', 'word'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** No file of a criteria set is larger than this, whatever its kind. */
export const MOST_IMPORT_BYTES = 5 * 1024 * 1024;

/** Where something stands in a workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** A finding of the checks at its place: the JSON pointer always, the cell where a workbook was read. */
export interface ImportFinding extends FindingView {
  readonly place: CellPlace | null;
}

/** A line of a Word document that a person has to look at: where it stands, what it says, why it is doubtful, what was taken for granted. */
export interface ImportDoubt {
  /** Into `document`: the criterion, or a field of it. */
  readonly pointer: string;
  /** The criterion; null for what is said of the whole set. */
  readonly code: string | null;
  /** Counts all rows of all tables of the document that were read, from 1; 0 for what stands outside a table. */
  readonly row: number;
  /** The words as printed. */
  readonly line: string;
  readonly reason: string;
  readonly assumed: string;
}

/** What would be different from a set that is there, in words: a group of lines for each criterion. */
export interface ImportDifference {
  readonly setId: string;
  readonly title: string;
  readonly versionNumber: number;
  readonly changes: readonly (readonly string[])[];
}

/**
 * POST /criteria-sets/import?against=:id (multipart, field `file`: .json, .xlsx or .docx): a dry run that stores nothing. The document
 * goes on to `POST /criteria-sets/drafts`. `against` is the set to compare with; without it the newest version of the same code.
 */
export interface CriteriaSetImportView {
  readonly kind: ImportKind;
  /** Null as long as a cell can't be read: nothing is imported by halves. */
  readonly document: unknown;
  /** Whether the document could be published as it is. */
  readonly valid: boolean;
  readonly findings: readonly ImportFinding[];
  /** All at once. */
  readonly cellErrors: readonly SheetError[];
  /** Of a Word document; empty for all others. */
  readonly doubts: readonly ImportDoubt[];
  /** Null where there is nothing to compare with, or the document is no tree of criteria. One that has errors is compared as far as it can be read. */
  readonly difference: ImportDifference | null;
}
