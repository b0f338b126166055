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
}

/** One document under one criterion of one assessment, and where in it to look. */
export interface EvidenceLinkView {
  readonly id: string;
  readonly code: string;
  readonly section: string;
  /** From 1, or null. */
  readonly page: number | null;
  readonly document: EvidenceDocumentView;
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

/** GET /evidence-documents?search&page: the own agency's library. GET /evidence-documents/:id/content?fileVersion&inline=true: the bytes, with ranges. */
export interface EvidenceQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly search?: string;
}
