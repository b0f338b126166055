import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { containing } from '../../platform/database/search';
import { DomainError } from '../../platform/problem/domain-error';
import type { Slice } from '../../platform/http/page.dto';
import { EvidenceLink } from './evidence-link.entity';
import { DOCUMENT_COLUMNS, type DocumentRow, type LinkRow, withFile } from './evidence-rows';

const LINKS = `
  select l.id as "linkId", l.code, l.section, l.page, ${DOCUMENT_COLUMNS}
  from evidence_link l join evidence_document d on d.id = l.document_id
  ${withFile('(l.pinned_file_version is null or v.file_version = l.pinned_file_version)')}
  where l.removed_at is null`;

const FOUND = `
  d.agency_id = any($1) and ($2::text is null
    or fold(concat_ws(' ', d.title, d.document_number, d.issuer)) like fold($2)
    or exists (select 1 from evidence_file named where named.document_id = d.id and fold(named.file_name) like fold($2)))`;

/** Documents and where they stand, for reading. */
@Injectable()
export class EvidenceRepository {
  /** The documents under an assessment's criteria, in the order in which they were put there. Pinned ones with the file as it was pinned. */
  listLinks(em: EntityManager, assessmentId: string): Promise<readonly LinkRow[]> {
    return em.query(`${LINKS} and l.assessment_id = $1 order by l.created_at, l.id`, [assessmentId]);
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
  async listDocuments(em: EntityManager, agencyIds: readonly string[], search: string | undefined, slice: Slice): Promise<readonly [readonly DocumentRow[], number]> {
    const pattern = search?.trim() ? containing(search) : null;
    const counted: readonly { readonly total: number }[] = await em.query(`select count(*)::int as total from evidence_document d where ${FOUND}`, [agencyIds, pattern]);
    const rows: readonly DocumentRow[] = await em.query(
      `select ${DOCUMENT_COLUMNS} from evidence_document d ${withFile('true')} where ${FOUND} order by d.created_at desc, d.id limit $3 offset $4`,
      [agencyIds, pattern, slice.pageSize, slice.skip],
    );
    return [rows, counted[0]?.total ?? 0];
  }

  /** The codes under which a document stands that is a file, a link or a number: one without any of them is none. */
  async listEvidencedCodes(em: EntityManager, assessmentId: string): Promise<readonly string[]> {
    const rows: readonly { readonly code: string }[] = await em.query(
      `select distinct l.code from evidence_link l join evidence_document d on d.id = l.document_id
       where l.assessment_id = $1 and l.removed_at is null
         and (d.url is not null or d.document_number <> '' or exists (select 1 from evidence_file f where f.document_id = d.id))`,
      [assessmentId],
    );
    return rows.map(({ code }) => code);
  }

  /** The assessments in which a document stands; with `loose` only those where its file is not pinned. */
  async listStandings(em: EntityManager, documentId: string, which: 'all' | 'loose'): Promise<readonly string[]> {
    const rows: readonly { readonly id: string }[] = await em.query(
      `select distinct l.assessment_id as id from evidence_link l
       where l.document_id = $1 and l.removed_at is null and ($2 = 'all' or l.pinned_file_version is null) order by 1`,
      [documentId, which],
    );
    return rows.map(({ id }) => id);
  }
}

function found<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (!row) {
    throw new DomainError('record.not-found');
  }
  return row;
}
