import { Injectable } from '@nestjs/common';
import type { AnswerRevision as AnswerRevisionView } from '@par-index/contract';
import type { Answer as ScoringAnswer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { numberOf } from './decimal-points';
import type { StoredAnswer } from './stored-answer';

/** An answer that is to become the one of `version`, where `version - 1` stands, or none for 1. */
export type AnswerWrite = Omit<StoredAnswer, 'updatedBy'> & { readonly assessmentId: string };

interface RevisionRow {
  readonly version: number;
  readonly answer: ScoringAnswer | null;
  readonly points: string | null;
  readonly note: string;
  readonly evidenceExplanation: string;
  readonly at: Date;
  readonly by: string;
}

/** One statement: the answer, unless another version stands there, and its line in the history. */
const WRITE = `
  with written as (
    insert into answer as a (assessment_id, code, answer, points, note, evidence_explanation, late, updated_by, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (assessment_id, code) do update set answer = excluded.answer, points = excluded.points, note = excluded.note,
      evidence_explanation = excluded.evidence_explanation, late = excluded.late, updated_by = excluded.updated_by,
      updated_at = excluded.updated_at, version = a.version + 1
    where a.version = $10
    returning a.*
  ), kept as (
    insert into answer_revision (answer_id, assessment_id, code, version, answer, points, note, evidence_explanation, changed_by, changed_at)
    select id, assessment_id, code, version, answer, points, note, evidence_explanation, updated_by, updated_at from written
  )
  select u.full_name as "updatedBy" from written w join user_account u on u.id = w.updated_by`;

@Injectable()
export class AnswerRepository {
  list(em: EntityManager, assessmentId: string): Promise<readonly StoredAnswer[]> {
    return em.query(
      `select n.code, n.answer, n.points, n.note, n.evidence_explanation as "evidenceExplanation", n.late, n.version,
         n.updated_by as "updatedById", u.full_name as "updatedBy", n.updated_at as "updatedAt"
       from answer n join user_account u on u.id = n.updated_by
       where n.assessment_id = $1`,
      [assessmentId],
    );
  }

  /** Null where somebody has written meanwhile: of two at once the database lets one through. */
  async write(em: EntityManager, { assessmentId, ...answer }: AnswerWrite): Promise<StoredAnswer | null> {
    const { code, points, note, evidenceExplanation, late, updatedById, updatedAt, version } = answer;
    const json = answer.answer === null ? null : JSON.stringify(answer.answer);
    const values = [assessmentId, code, json, points, note, evidenceExplanation, late, updatedById, updatedAt, version - 1];
    const [written]: readonly { readonly updatedBy: string }[] = await em.query(WRITE, values);
    return written ? { ...answer, ...written } : null;
  }

  /** Every version of one answer, newest first. */
  async listRevisions(em: EntityManager, assessmentId: string, code: string): Promise<readonly AnswerRevisionView[]> {
    const rows: readonly RevisionRow[] = await em.query(
      `select r.version, r.answer, r.points, r.note, r.evidence_explanation as "evidenceExplanation", r.changed_at as at, u.full_name as by
       from answer_revision r join user_account u on u.id = r.changed_by
       where r.assessment_id = $1 and r.code = $2 order by r.version desc`,
      [assessmentId, code],
    );
    return rows.map((row) => ({ ...row, points: numberOf(row.points), at: row.at.toISOString() }));
  }
}
