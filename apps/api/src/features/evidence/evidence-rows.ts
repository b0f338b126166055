import type { DocumentUse, EvidenceAnchorView, EvidenceDocumentView, EvidenceFileVersionView, EvidenceLinkView, EvidenceMediaType, EvidenceRound, LibraryDocumentView } from '@par-index/contract';

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
  readonly pages: number | null;
}

export interface LibraryRow extends DocumentRow {
  readonly uses: readonly DocumentUse[];
}

/** One version of a document's file. */
export interface FileVersionRow {
  readonly fileVersion: number;
  readonly name: string;
  readonly mediaType: EvidenceMediaType;
  readonly bytes: string;
  readonly pages: number | null;
  readonly sha256: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface LinkRow extends DocumentRow {
  readonly linkId: string;
  readonly assessmentId: string;
  readonly code: string;
  readonly round: EvidenceRound;
  readonly late: boolean;
  readonly section: string;
  readonly page: number | null;
  readonly anchors: readonly EvidenceAnchorView[];
  readonly newestFileVersion: number | null;
}

export const DOCUMENT_COLUMNS = `
  d.id, d.agency_id as "agencyId", d.title, d.document_number as "documentNumber", to_char(d.issued_on, 'YYYY-MM-DD') as "issuedOn",
  d.issuer, d.url, d.created_at as "createdAt", u.full_name as "createdBy", d.version,
  (select count(*) from evidence_link used where used.document_id = d.id and used.removed_at is null)::int as "usedBy",
  f.file_version as "fileVersion", f.file_name as "fileName", f.sha256, b.media_type as "mediaType", b.bytes, b.pages`;

/** The marked places of a link `l`, in their order. */
export const ANCHORS = `
  coalesce((
    select json_agg(json_build_object(
      'page', n.page,
      'box', case when n.x is null then null else json_build_object('x', n.x, 'y', n.y, 'width', n.width, 'height', n.height) end,
      'note', n.note,
      'fileVersion', n.file_version) order by n.position)
    from evidence_anchor n where n.link_id = l.id), '[]')`;

/** What a document `d` supports, newest cycle first. Reads two tables to the right: where evidence stands is told by them alone. */
export const USES = `
  coalesce((
    select json_agg(json_build_object(
      'assessmentId', a.id, 'year', c.year, 'cycleTitle', c.title, 'code', s.code, 'round', s.round, 'fileVersion', s.pinned_file_version)
      order by c.year desc, c.id, s.created_at, s.id)
    from evidence_link s join assessment a on a.id = s.assessment_id join cycle c on c.id = a.cycle_id
    where s.document_id = d.id and s.removed_at is null), '[]')`;

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
  const { linkId: id, code, round, late, section, page, anchors, newestFileVersion } = row;
  const newerFileVersion = newestFileVersion !== row.fileVersion ? newestFileVersion : null;
  return { id, code, round, late, section, page, anchors, document: toDocumentView(row), newerFileVersion };
}

export const toLibraryView = (row: LibraryRow): LibraryDocumentView => ({ ...toDocumentView(row), uses: row.uses });

export const toFileVersionView = ({ bytes, createdAt, ...row }: FileVersionRow): EvidenceFileVersionView => ({ ...row, bytes: Number(bytes), createdAt: createdAt.toISOString() });

function fileOf({ fileVersion, fileName, sha256, mediaType, bytes, pages }: DocumentRow): EvidenceDocumentView['file'] {
  if (fileVersion === null || fileName === null || sha256 === null || mediaType === null) {
    return null;
  }
  return { name: fileName, mediaType, bytes: Number(bytes), sha256, fileVersion, pages };
}
