import { Injectable } from '@nestjs/common';
import type { AgencyRef, Receipt, ReceiptRound, SubmittedAnswer, SubmittedContent, SubmittedDocument } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { ReceiptRow } from './receipt.entity';

/** What a receipt says of the assessment, apart from what was handed in. */
export interface SubmissionFacts {
  readonly agency: { readonly id: string; readonly code: string; readonly name: string };
  readonly cycle: { readonly id: string; readonly year: number; readonly title: string };
  readonly criteriaSet: { readonly code: string; readonly versionNumber: number; readonly digest: string };
  readonly deadlineAt: Date;
}

/** A receipt without its lists. */
export interface ReceiptHead {
  readonly number: string;
  readonly issuedAt: Date;
  readonly assessmentId: string;
  readonly round: ReceiptRound;
  readonly late: boolean;
  readonly digest: string;
  readonly keyId: string;
  readonly agency: AgencyRef;
  readonly facts: Pick<Receipt, 'agency' | 'cycle' | 'signedBy' | 'deadlineAt'>;
  readonly entries: number;
  readonly documents: number;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
}

/** The deadline that held for the round: the agency's own, where it was extended. */
const FACTS = `
  select jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name) as agency,
    jsonb_build_object('id', c.id, 'year', c.year, 'title', c.title) as cycle,
    jsonb_build_object('code', s.code, 'versionNumber', s.version_number, 'digest', s.digest) as "criteriaSet",
    w.deadline_at as "deadlineAt"
  from assessment a join participant p on p.id = a.participant_id join criteria_set s on s.id = p.criteria_set_id
  join cycle c on c.id = a.cycle_id join agency g on g.id = a.agency_id
  cross join lateral agency_window(p.id, $2) w
  where a.id = $1`;

const DOCUMENTS = `
  select l.code, d.id as "documentId", d.title, d.document_number as "documentNumber", to_char(d.issued_on, 'YYYY-MM-DD') as "issuedOn", d.issuer, d.url,
    l.section, l.page, f.file_version as "fileVersion", f.file_name as "fileName", f.sha256
  from evidence_link l join evidence_document d on d.id = l.document_id
  left join evidence_file f on f.document_id = d.id and f.file_version = l.pinned_file_version
  where l.assessment_id = $1 and l.round = $2 and l.removed_at is null order by l.code collate "C", l.created_at, l.id`;

const HEADS = `
  select r.number, r.issued_at as "issuedAt", r.assessment_id as "assessmentId", r.round, r.late, r.digest, r.key_id as "keyId",
    jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    jsonb_build_object('agency', r.document->'agency', 'cycle', r.document->'cycle', 'signedBy', r.document->'signedBy', 'deadlineAt', r.document->'deadlineAt') as facts,
    jsonb_array_length(r.document->'entries') as entries, jsonb_array_length(r.document->'documents') as documents,
    former.number as replaces, newer.number as "replacedBy"
  from receipt r join assessment a on a.id = r.assessment_id join agency g on g.id = a.agency_id
  left join receipt former on former.id = r.replaces
  left join receipt newer on newer.replaces = r.id`;

@Injectable()
export class ReceiptRepository {
  async getFacts(em: EntityManager, assessmentId: string, round: ReceiptRound): Promise<SubmissionFacts> {
    const [facts]: readonly SubmissionFacts[] = await em.query(FACTS, [assessmentId, round]);
    if (!facts) {
      throw new Error(`There is no assessment ${assessmentId}`);
    }
    return facts;
  }

  /** The answers as they stand, and the documents in their pinned versions. */
  listAnswers(em: EntityManager, assessmentId: string): Promise<readonly SubmittedAnswer[]> {
    return em.query(
      `select code, answer, note, evidence_explanation as "evidenceExplanation" from answer where assessment_id = $1 order by code collate "C"`,
      [assessmentId],
    );
  }

  listDocuments(em: EntityManager, assessmentId: string, round: ReceiptRound): Promise<readonly SubmittedDocument[]> {
    return em.query(DOCUMENTS, [assessmentId, round]);
  }

  /** Full names by the ids of people. */
  async namesOf(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: readonly { readonly id: string; readonly name: string }[] = await em.query('select id, full_name as name from user_account where id = any($1::uuid[])', [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The one that is not replaced yet. */
  async findNewest(em: EntityManager, assessmentId: string, round: ReceiptRound): Promise<{ readonly id: string; readonly number: string } | null> {
    const [row]: readonly { readonly id: string; readonly number: string }[] = await em.query(
      `select r.id, r.number from receipt r where r.assessment_id = $1 and r.round = $2 and not exists (select 1 from receipt n where n.replaces = r.id)`,
      [assessmentId, round],
    );
    return row ?? null;
  }

  async insert(em: EntityManager, row: Omit<ReceiptRow, 'id'>): Promise<void> {
    await em.createQueryBuilder().insert().into(ReceiptRow).values(row as object).updateEntity(false).execute();
  }

  /** Newest first. */
  listHeads(em: EntityManager, assessmentId: string): Promise<readonly ReceiptHead[]> {
    return em.query(`${HEADS} where r.assessment_id = $1 order by r.issued_at desc, r.number`, [assessmentId]);
  }

  async findHead(em: EntityManager, number: string): Promise<ReceiptHead | null> {
    const [head]: readonly ReceiptHead[] = await em.query(`${HEADS} where r.number = $1`, [number]);
    return head ?? null;
  }

  async getDocument(em: EntityManager, number: string): Promise<Receipt> {
    return (await em.findOneOrFail(ReceiptRow, { select: { id: true, document: true }, where: { number } })).document;
  }

  async getContent(em: EntityManager, number: string): Promise<SubmittedContent> {
    const { content } = await em.findOneOrFail(ReceiptRow, { select: { id: true, content: true }, where: { number } });
    return { number, entries: content.entries, documents: content.documents };
  }
}
