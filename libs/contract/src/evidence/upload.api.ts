import type { AttachFields } from './evidence.api';

/**
 * Uploads that may be interrupted (tus 1.0.0): POST /uploads with `Upload-Length` and `Upload-Metadata`, HEAD and PATCH /uploads/:id for
 * the bytes, DELETE to give up. Then POST /uploads/:id/attachment or PUT /uploads/:id/replacement makes a document of what arrived.
 */
export interface UploadMetadata {
  /** Base64 of UTF-8 in the header, as all of these. */
  readonly filename: string;
  /** Both, for a new document under a criterion. */
  readonly assessmentId?: string;
  readonly code?: string;
  /** Or this one, for a new version of a document. */
  readonly documentId?: string;
}

/** GET /uploads: what the person has begun and not finished. */
export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  /** How many of them have arrived. */
  readonly received: number;
  readonly assessmentId: string | null;
  readonly code: string | null;
  readonly documentId: string | null;
  readonly createdAt: string;
  /** When it is swept away. */
  readonly expiresAt: string;
}

/** POST /uploads/:id/attachment: answers `EvidenceLinkView`, and the same again when it is asked again. */
export type AttachUploadRequest = AttachFields;

/** Days after which an upload that nobody finished is swept away. */
export const UPLOAD_DAYS = 3;

/** What one person may have begun and not finished. */
export const UNFINISHED_UPLOADS = { most: 20, timesLargest: 10 } as const;
