/** What may be uploaded, found by the bytes and not by the name. */
export const EVIDENCE_TYPES = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'image/png': '.png',
  'image/jpeg': '.jpg',
} as const;
export type EvidenceMediaType = keyof typeof EVIDENCE_TYPES;

/** Shown in the page; everything else is downloaded. */
export const INLINE_TYPES: readonly EvidenceMediaType[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** A document of an agency. Either a file (`file`) or a link (`url`), or only a document number. */
export interface EvidenceDocumentView {
  readonly id: string;
  readonly agencyId: string;
  readonly title: string;
  readonly documentNumber: string;
  /** yyyy-MM-dd, or null. */
  readonly issuedOn: string | null;
  readonly issuer: string;
  readonly url: string | null;
  readonly file: EvidenceFileView | null;
  readonly usedBy: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly version: number;
}

export interface EvidenceFileView {
  readonly name: string;
  readonly mediaType: EvidenceMediaType;
  readonly bytes: number;
  readonly sha256: string;
  /** 1 for the first file; a replacement counts on and keeps the former one. */
  readonly fileVersion: number;
  /** Of a PDF, as far as they could be counted; null for everything else. */
  readonly pages: number | null;
}

/** One version of a document's file, and who put it there. */
export interface EvidenceFileVersionView extends EvidenceFileView {
  readonly createdBy: string;
  readonly createdAt: string;
}

/** A document under one criterion of one assessment, as the library tells it. */
export interface DocumentUse {
  readonly assessmentId: string;
  readonly year: number;
  readonly cycleTitle: string;
  readonly code: string;
  readonly round: EvidenceRound;
  /** The version that was handed in; null while it follows the newest. */
  readonly fileVersion: number | null;
}

/** A line of the library: what the document supports, cycle by cycle, newest first. */
export interface LibraryDocumentView extends EvidenceDocumentView {
  readonly uses: readonly DocumentUse[];
}

/** GET /evidence-documents/:id, for the agency whose document it is. */
export interface DocumentDetail extends LibraryDocumentView {
  /** Newest first. */
  readonly versions: readonly EvidenceFileVersionView[];
  /** Why it can't be described anew, or its file replaced, now: a sentence; null where it can. */
  readonly describeLockedBecause: string | null;
  readonly replaceLockedBecause: string | null;
}

/** When a document was put under a criterion: with the answer, or with the explanation of a difference. */
export type EvidenceRound = 'self-assessment' | 'explanation';

/** One document under one criterion of one assessment, and where in it to look. */
export interface EvidenceLinkView {
  readonly id: string;
  readonly code: string;
  readonly round: EvidenceRound;
  /** Put there after the deadline of the explanation. */
  readonly late: boolean;
  readonly section: string;
  /** From 1, or null. */
  readonly page: number | null;
  /** Further places to look at, in their order. */
  readonly anchors: readonly EvidenceAnchorView[];
  readonly document: EvidenceDocumentView;
  /** The newest version of the file where it is a later one than the one that was handed in; else null. */
  readonly newerFileVersion: number | null;
}

/** A part of a page as fractions of its width and height, 0…1, from its upper left corner. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in a file: a page, and on it a box where the page alone says too little. */
export interface EvidenceAnchor {
  readonly page: number;
  readonly box: PageBox | null;
  readonly note: string;
}

export interface EvidenceAnchorView extends EvidenceAnchor {
  /** The version of the file on which it was set. */
  readonly fileVersion: number;
}

/** PUT /evidence-links/:id/anchors: all of them, in the place of those before. */
export interface AnchorEvidenceRequest {
  readonly anchors: readonly EvidenceAnchor[];
}

export interface EvidenceDescription {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: string | null;
  readonly issuer: string;
}

/**
 * POST /assessments/:id/criteria/:code/evidence as multipart/form-data: field `description` (JSON of `AttachFields`) first, then field `file`.
 * Answers `EvidenceLinkView`. A repeated upload of the same content stores it once.
 */
export interface AttachFields extends EvidenceDescription {
  readonly section: string;
  readonly page: number | null;
}

/** POST /assessments/:id/criteria/:code/evidence-links: a document that the agency already has. */
export interface LinkEvidenceRequest {
  readonly documentId: string;
  readonly section: string;
  readonly page: number | null;
}

/** POST /assessments/:id/criteria/:code/evidence-references: a link or a bare document number, without a file. */
export interface ReferenceEvidenceRequest extends AttachFields {
  /** https only, or null where the number alone is given. */
  readonly url: string | null;
}

/** PUT /evidence-links/:id/place. DELETE /evidence-links/:id takes it off (kept in the history). */
export interface PlaceEvidenceRequest {
  readonly section: string;
  readonly page: number | null;
}

/** PUT /evidence-documents/:id, If-Match. PUT /evidence-documents/:id/content replaces the file (multipart), If-Match. */
export type DescribeEvidenceRequest = EvidenceDescription;

/** What a document is, for choosing among many. */
export const DOCUMENT_KINDS = ['pdf', 'word', 'excel', 'powerpoint', 'picture', 'link', 'number'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_USES = ['used', 'unused'] as const;
export type DocumentUseFilter = (typeof DOCUMENT_USES)[number];

/** GET /evidence-documents?search&year&kind&use&page: the own agency's library, `LibraryDocumentView`s. GET /evidence-documents/:id/content?fileVersion&inline=true: the bytes, with ranges. */
export interface EvidenceQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly search?: string;
  /** Of the day that the document bears; without one, of the day on which it was put there. */
  readonly year?: number;
  readonly kind?: DocumentKind;
  readonly use?: DocumentUseFilter;
}
