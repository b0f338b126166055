import { Injectable } from '@nestjs/common';
import type { ReplayRow, VersionRef } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { RescoredLine } from './replayed';

export interface CorrectionRow {
  readonly id: string;
  readonly cycleId: string;
  readonly before: VersionRef;
  readonly after: VersionRef;
  readonly reason: string;
  readonly correctedAt: Date;
  readonly correctedBy: string;
  readonly replayDigest: string;
  readonly rescored: number;
  readonly setAside: number;
  readonly rows: readonly ReplayRow[];
}

export interface Replacement {
  readonly cycleId: string;
  readonly fromSetId: string;
  readonly toSetId: string;
}

/** An answer that the new rule does not take. */
export interface SetAsideLine {
  readonly assessmentId: string;
  readonly code: string;
}

@Injectable()
export class CorrectionRepository {
  list(em: EntityManager, cycleId: string): Promise<readonly CorrectionRow[]> {
    return em.query(`${CORRECTIONS} where r.cycle_id = $1 order by r.corrected_at desc, r.id`, [cycleId]);
  }

  /** Every assessment that the set scores in the cycle: nobody answers, appraises or moves one meanwhile. */
  async lockAssessments(em: EntityManager, { cycleId, fromSetId }: Replacement): Promise<void> {
    await em.query(
      `select a.id from assessment a where a.cycle_id = $1 and a.participant_id in (select id from participant where cycle_id = $1 and criteria_set_id = $2)
       order by a.id for update`,
      [cycleId, fromSetId],
    );
  }

  /** From now on the cycle scores the group by the other version. */
  async replace(em: EntityManager, { cycleId, fromSetId, toSetId }: Replacement): Promise<void> {
    const keys = [cycleId, fromSetId, toSetId];
    await em.query('update participant set criteria_set_id = $3, version = version + 1 where cycle_id = $1 and criteria_set_id = $2', keys);
    await em.query('update cycle_set set criteria_set_id = $3 where cycle_id = $1 and criteria_set_id = $2', keys);
    await em.query('update cycle set version = version + 1 where id = $1', [cycleId]);
  }

  async isUsed(em: EntityManager, setId: string): Promise<boolean> {
    const rows: readonly object[] = await em.query('select 1 from cycle_set where criteria_set_id = $1 limit 1', [setId]);
    return rows.length > 0;
  }

  /** Writes points alone: the database lets that through for a correction, whatever is handed in or closed. */
  async rescore(em: EntityManager, lines: readonly RescoredLine[]): Promise<void> {
    const json = JSON.stringify(lines);
    await em.query(RESCORE_ANSWERS, [json]);
    await em.query(RESCORE_LAYERS, [json]);
  }

  /** The answer goes out of force, with a line in its history; what was entered stays there, and note and evidence stay where they are. */
  async setAside(em: EntityManager, lines: readonly SetAsideLine[], by: string): Promise<void> {
    await em.query(SET_ASIDE, [JSON.stringify(lines), by]);
  }
}

const ref = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'title', ${alias}.title, 'year', ${alias}.year, 'versionNumber', ${alias}.version_number)`;

const CORRECTIONS = `
  select r.id, r.cycle_id as "cycleId", ${ref('f')} as before, ${ref('t')} as after, r.reason, r.corrected_at as "correctedAt", u.full_name as "correctedBy",
    r.replay_digest as "replayDigest", r.rescored, r.set_aside as "setAside", r.rows
  from set_correction r join criteria_set f on f.id = r.from_set_id join criteria_set t on t.id = r.to_set_id join user_account u on u.id = r.corrected_by`;

const LINES = `jsonb_to_recordset($1::jsonb) as l("assessmentId" uuid, code text, layer text, after numeric)`;

const RESCORE_ANSWERS = `update answer n set points = l.after from ${LINES} where n.assessment_id = l."assessmentId" and n.code = l.code and l.layer is null`;
const RESCORE_LAYERS = `update appraisal_layer n set points = l.after from ${LINES} where n.assessment_id = l."assessmentId" and n.code = l.code and n.layer = l.layer`;

const SET_ASIDE = `
  with written as (
    update answer n set answer = null, points = null, version = n.version + 1, updated_by = $2, updated_at = now()
    from jsonb_to_recordset($1::jsonb) as l("assessmentId" uuid, code text)
    where n.assessment_id = l."assessmentId" and n.code = l.code returning n.*
  )
  insert into answer_revision (answer_id, assessment_id, code, version, answer, points, note, evidence_explanation, changed_by, changed_at)
  select id, assessment_id, code, version, answer, points, note, evidence_explanation, updated_by, updated_at from written`;
