import { Injectable } from '@nestjs/common';
import type { DocumentUse, EvidenceQuery, EvidenceRound } from '@par-index/contract';
import { type EntityManager, IsNull } from 'typeorm';
import { containing } from '../../platform/database/search';
import { DomainError } from '../../platform/problem/domain-error';
import type { Slice } from '../../platform/http/page.dto';
import type { Standing } from './evidence-gate.service';
import { EvidenceLink } from './evidence-link.entity';
import { DOCUMENT_KIND_TYPES } from './document-kinds';
import { ANCHORS, DOCUMENT_COLUMNS, type DocumentRow, type FileVersionRow, type LibraryRow, type LinkRow, USES, withFile } from './evidence-rows';

const LINKS = `
  select l.id as "linkId", l.assessment_id as "assessmentId", l.code, l.round, l.late, l.section, l.page, ${ANCHORS} as anchors,
    (select max(newest.file_version) from evidence_file newest where newest.document_id = d.id) as "newestFileVersion", ${DOCUMENT_COLUMNS}
  from evidence_link l join evidence_document d on d.id = l.document_id
  ${withFile('(l.pinned_file_version is null or v.file_version = l.pinned_file_version)')}
  where l.removed_at is null`;

/** $1 agencies, $2 words, $3 year, $4 types of files, $5 whether a link or a bare number, $6 whether used. Null where nothing was asked. */
const FOUND = `
  from evidence_document d ${withFile('true')}
  where d.agency_id = any($1) and ($2::text is null
    or fold(concat_ws(' ', d.title, d.document_number, d.issuer)) like fold($2)
    or exists (select 1 from evidence_file named where named.document_id = d.id and fold(named.file_name) like fold($2)))
  and ($3::int is null or extract(year from coalesce(d.issued_on, (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date)) = $3)
  and ($4::text[] is null or b.media_type = any($4))
  and ($5::text is null or (f.id is null and (d.url is not null) = ($5 = 'link')))
  and ($6::text is null or exists (select 1 from evidence_link s where s.document_id = d.id and s.removed_at is null) = ($6 = 'used'))`;

type Sought = readonly [agencies: readonly string[], words: string | null, year: number | null, types: readonly string[] | null, bare: string | null, use: string | null];

function soughtBy({ search, year, kind, use }: EvidenceQuery, agencyIds: readonly string[]): Sought {
  const types = kind === undefined ? null : (DOCUMENT_KIND_TYPES[kind] ?? null);
  return [agencyIds, search?.trim() ? containing(search) : null, year ?? null, types, kind !== undefined && types === null ? kind : null, use ?? null];
}

/** Documents and where they stand, for reading. */
@Injectable()
export class EvidenceRepository {
  /** The documents under an assessment's criteria, in the order in which they were put there. Pinned ones with the file as it was pinned. */
  listLinks(em: EntityManager, assessmentId: string, round: EvidenceRound): Promise<readonly LinkRow[]> {
    return em.query(`${LINKS} and l.assessment_id = $1 and l.round = $2 order by l.created_at, l.id`, [assessmentId, round]);
  }

  /** The documents under one criterion of many assessments. */
  listLinksUnder(em: EntityManager, assessmentIds: readonly string[], code: string): Promise<readonly LinkRow[]> {
    return em.query(`${LINKS} and l.assessment_id = any($1::uuid[]) and l.code = $2 order by l.created_at, l.id`, [assessmentIds, code]);
  }

  async getLink(em: EntityManager, id: string): Promise<LinkRow> {
    const rows: readonly LinkRow[] = await em.query(`${LINKS} and l.id = $1`, [id]);
    return found(rows);
  }

  /** A link that was not taken off. */
  async getStanding(em: EntityManager, id: string): Promise<EvidenceLink> {
    return found(await em.findBy(EvidenceLink, { id, removedAt: IsNull() }));
  }

  /** The same, locked for change. */
  async lockLink(em: EntityManager, id: string): Promise<EvidenceLink> {
    const rows = await em.find(EvidenceLink, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return found(rows.filter(({ removedAt }) => removedAt === null));
  }

  async getDocument(em: EntityManager, id: string): Promise<DocumentRow> {
    const rows: readonly DocumentRow[] = await em.query(`select ${DOCUMENT_COLUMNS} from evidence_document d ${withFile('true')} where d.id = $1`, [id]);
    return found(rows);
  }

  /** One version of a document's file, or the newest of those that are named, or of all. */
  async getFile(em: EntityManager, id: string, versions: readonly number[] | null): Promise<DocumentRow> {
    const condition = withFile('($2::int[] is null or v.file_version = any($2))');
    const rows: readonly DocumentRow[] = await em.query(`select ${DOCUMENT_COLUMNS} from evidence_document d ${condition} where d.id = $1`, [id, versions]);
    return found(rows.filter(({ fileVersion }) => fileVersion !== null));
  }

  /** A page of the documents of some agencies, newest first, with how many there are. */
  async listDocuments(em: EntityManager, agencyIds: readonly string[], query: EvidenceQuery, slice: Slice): Promise<readonly [readonly LibraryRow[], number]> {
    const sought = soughtBy(query, agencyIds);
    const counted: readonly { readonly total: number }[] = await em.query(`select count(*)::int as total ${FOUND}`, [...sought]);
    const rows: readonly LibraryRow[] = await em.query(`select ${DOCUMENT_COLUMNS}, ${USES} as uses ${FOUND} order by d.created_at desc, d.id limit $7 offset $8`, [
      ...sought,
      slice.pageSize,
      slice.skip,
    ]);
    return [rows, counted[0]?.total ?? 0];
  }

  async listUses(em: EntityManager, documentId: string): Promise<readonly DocumentUse[]> {
    const rows: readonly { readonly uses: readonly DocumentUse[] }[] = await em.query(`select ${USES} as uses from evidence_document d where d.id = $1`, [documentId]);
    return rows[0]?.uses ?? [];
  }

  /** All files that a document has had, newest first. */
  listVersions(em: EntityManager, documentId: string): Promise<readonly FileVersionRow[]> {
    return em.query(
      `select f.file_version as "fileVersion", f.file_name as name, f.sha256, b.media_type as "mediaType", b.bytes, b.pages, u.full_name as "createdBy", f.created_at as "createdAt"
       from evidence_file f join evidence_blob b on b.sha256 = f.sha256 join user_account u on u.id = f.created_by
       where f.document_id = $1 order by f.file_version desc`,
      [documentId],
    );
  }

  /** The codes under which a document stands that is a file, a link or a number: one without any of them is none. */
  async listEvidencedCodes(em: EntityManager, assessmentId: string): Promise<readonly string[]> {
    const rows: readonly { readonly code: string }[] = await em.query(
      `select distinct l.code from evidence_link l join evidence_document d on d.id = l.document_id
       where l.assessment_id = $1 and l.round = 'self-assessment' and l.removed_at is null
         and (d.url is not null or d.document_number <> '' or exists (select 1 from evidence_file f where f.document_id = d.id))`,
      [assessmentId],
    );
    return rows.map(({ code }) => code);
  }

  /** The assessments in which a document stands; with `loose` only those where its file is not pinned. */
  listStandings(em: EntityManager, documentId: string, which: 'all' | 'loose'): Promise<readonly Standing[]> {
    return em.query(
      `select distinct l.assessment_id as "assessmentId", l.round from evidence_link l
       where l.document_id = $1 and l.removed_at is null and ($2 = 'all' or l.pinned_file_version is null) order by 1, 2`,
      [documentId, which],
    );
  }
}

function found<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (!row) {
    throw new DomainError('record.not-found');
  }
  return row;
}
