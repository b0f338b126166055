import { Injectable } from '@nestjs/common';
import { type AppraisalLayerView, type DecisionKind, type Layer, LAYERS, type PreviousAnswer } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import type { AssessmentRecord } from './assessment-record';
import { numberOf } from './decimal-points';

interface LayerRow {
  readonly code: string;
  readonly layer: Layer;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: string | null;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly version: number;
}

interface DeclaredRow {
  readonly code: string;
  readonly answer: Answer | null;
  readonly points: string | null;
}

/** The same agency's assessment of the newest published cycle before this one. $1 agency, $2 year. */
const EARLIER = `
  select e.id from assessment e join cycle c on c.id = e.cycle_id
  where e.agency_id = $1 and c.phase = 'published' and c.year < $2 order by c.year desc, e.id limit 1`;

const HEIGHT = `case layer ${LAYERS.map((layer, height) => `when '${layer}' then ${height}`).join(' ')} end`;

/** What the self-assessment page shows of the tables of the appraisal, to its right. Reads alone: they are written there. */
@Injectable()
export class LayerRepository {
  async list(em: EntityManager, assessmentId: string): Promise<readonly AppraisalLayerView[]> {
    const rows: readonly LayerRow[] = await em.query(
      `select l.code, l.layer, l.kind, l.answer, l.points, l.reason, l.explanation_wanted as "explanationWanted", l.question,
         l.decided_at as "decidedAt", u.full_name || coalesce(' (thay mặt ' || f.full_name || ')', '') as "decidedBy", l.version
       from appraisal_layer l join user_account u on u.id = l.decided_by left join user_account f on f.id = l.acted_for
       where l.assessment_id = $1 order by l.code, ${HEIGHT}`,
      [assessmentId],
    );
    return rows.map((row) => ({ ...row, points: numberOf(row.points), decidedAt: row.decidedAt.toISOString() }));
  }

  /** What the agency stated a year before, or what was accepted in its place, and the points in force then. In two queries. */
  async listPrevious(em: EntityManager, { agency, year }: Pick<AssessmentRecord, 'agency' | 'year'>): Promise<readonly PreviousAnswer[]> {
    const declared: readonly DeclaredRow[] = await em.query(
      `select n.code, n.answer, n.points from answer n where n.assessment_id = (${EARLIER})`,
      [agency.id, year],
    );
    const decided: readonly DeclaredRow[] = await em.query(
      `select distinct on (code) code, answer, points from appraisal_layer
       where assessment_id = (${EARLIER}) order by code, ${HEIGHT} desc`,
      [agency.id, year],
    );
    return merged(declared, decided);
  }
}

function merged(declared: readonly DeclaredRow[], decided: readonly DeclaredRow[]): readonly PreviousAnswer[] {
  const stated = new Map(declared.map((row) => [row.code, row]));
  const inForce = new Map(decided.map((row) => [row.code, row]));
  return [...new Set([...stated.keys(), ...inForce.keys()])].map((code) => ({
    code,
    answer: (stated.get(code) ?? inForce.get(code))?.answer ?? null,
    points: numberOf((inForce.get(code) ?? stated.get(code))?.points ?? null),
  }));
}
