import type { EvidenceDocumentView, EvidenceLinkView, EvidenceMediaType } from '@par-index/contract';

/** A document with one version of its file, as a query brings it. */
export interface DocumentRow {
  readonly id: string;
  readonly agencyId: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: string | null;
  readonly issuer: string;
  readonly url: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly version: number;
  readonly usedBy: number;
  /** Null where there is no file; the same holds for the four after it. */
  readonly fileVersion: number | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly mediaType: EvidenceMediaType | null;
  /** As text, the way PostgreSQL's bigint comes. */
  readonly bytes: string | null;
}

export interface LinkRow extends DocumentRow {
  readonly linkId: string;
  readonly code: string;
  readonly section: string;
  readonly page: number | null;
}

export const DOCUMENT_COLUMNS = `
  d.id, d.agency_id as "agencyId", d.title, d.document_number as "documentNumber", to_char(d.issued_on, 'YYYY-MM-DD') as "issuedOn",
  d.issuer, d.url, d.created_at as "createdAt", u.full_name as "createdBy", d.version,
  (select count(*) from evidence_link used where used.document_id = d.id and used.removed_at is null)::int as "usedBy",
  f.file_version as "fileVersion", f.file_name as "fileName", f.sha256, b.media_type as "mediaType", b.bytes`;

/** The newest version of each document's file that fulfils `condition` on `v`. To follow `from evidence_document d`. */
export const withFile = (condition: string): string => `
  join user_account u on u.id = d.created_by
  left join lateral (
    select v.* from evidence_file v where v.document_id = d.id and ${condition} order by v.file_version desc limit 1
  ) f on true
  left join evidence_blob b on b.sha256 = f.sha256`;

export function toDocumentView(row: DocumentRow): EvidenceDocumentView {
  const { id, agencyId, title, documentNumber, issuedOn, issuer, url, usedBy, createdBy, version } = row;
  const file = fileOf(row);
  return { id, agencyId, title, documentNumber, issuedOn, issuer, url, file, usedBy, createdAt: row.createdAt.toISOString(), createdBy, version };
}

export function toLinkView(row: LinkRow): EvidenceLinkView {
  const { linkId: id, code, section, page } = row;
  return { id, code, section, page, document: toDocumentView(row) };
}

function fileOf({ fileVersion, fileName, sha256, mediaType, bytes }: DocumentRow): EvidenceDocumentView['file'] {
  if (fileVersion === null || fileName === null || sha256 === null || mediaType === null) {
    return null;
  }
  return { name: fileName, mediaType, bytes: Number(bytes), sha256, fileVersion };
}
