import { Injectable } from '@nestjs/common';
import type { ExplanationRevisionView, Stance } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

/** What an agency says to one difference, as it stands. */
export interface StoredExplanation {
  readonly code: string;
  readonly stance: Stance;
  readonly text: string;
  readonly late: boolean;
  readonly updatedAt: Date;
  readonly updatedById: string;
  readonly updatedBy: string;
  readonly version: number;
}

export interface ExplanationWrite {
  readonly assessmentId: string;
  readonly code: string;
  readonly stance: Stance;
  readonly text: string;
  readonly late: boolean;
  readonly userId: string;
  readonly now: Date;
  /** Of what stands there; 0 where nothing does. */
  readonly version: number;
}

@Injectable()
export class ExplanationRepository {
  list(em: EntityManager, assessmentId: string): Promise<readonly StoredExplanation[]> {
    return em.query(`${ENTRIES} where e.assessment_id = $1`, [assessmentId]);
  }

  async find(em: EntityManager, assessmentId: string, code: string): Promise<StoredExplanation | null> {
    const [row]: readonly StoredExplanation[] = await em.query(`${ENTRIES} where e.assessment_id = $1 and e.code = $2`, [assessmentId, code]);
    return row ?? null;
  }

  /** The entry with its line in the history, in one statement. False where somebody has written meanwhile: of two at once the database lets one through. */
  async write(em: EntityManager, { assessmentId, code, stance, text, late, userId, now, version }: ExplanationWrite): Promise<boolean> {
    const written: readonly unknown[] = await em.query(WRITE, [assessmentId, code, stance, text, late, userId, now, version]);
    return written.length > 0;
  }

  /** Every version of one explanation, newest first. */
  async listRevisions(em: EntityManager, assessmentId: string, code: string): Promise<readonly ExplanationRevisionView[]> {
    const rows: readonly (Omit<ExplanationRevisionView, 'at'> & { readonly at: Date })[] = await em.query(
      `select r.version, r.stance, r.text, r.changed_at as at, u.full_name as by
       from explanation_revision r join user_account u on u.id = r.changed_by
       where r.assessment_id = $1 and r.code = $2 order by r.version desc`,
      [assessmentId, code],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

const ENTRIES = `
  select e.code, e.stance, e.text, e.late, e.updated_at as "updatedAt", e.updated_by as "updatedById", u.full_name as "updatedBy", e.version
  from explanation e join user_account u on u.id = e.updated_by`;

const WRITE = `
  with written as (
    insert into explanation as e (assessment_id, code, stance, text, late, updated_by, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (assessment_id, code) do update set stance = excluded.stance, text = excluded.text, late = excluded.late,
      updated_by = excluded.updated_by, updated_at = excluded.updated_at, version = e.version + 1
    where e.version = $8
    returning e.*
  ), kept as (
    insert into explanation_revision (explanation_id, assessment_id, code, version, stance, text, changed_by, changed_at)
    select id, assessment_id, code, version, stance, text, updated_by, updated_at from written
  )
  select id from written`;
