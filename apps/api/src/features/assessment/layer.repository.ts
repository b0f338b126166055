import { Injectable } from '@nestjs/common';
import { type AgencyRef, type AppraisalLayerView, type DecisionKind, type Layer, LAYERS, type PredecessorAnswer, type PreviousAnswer } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { ancestorsOf } from '../organisation/lineage.service';
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
  /** Whose it was. */
  readonly agency: AgencyRef;
  readonly code: string;
  readonly answer: Answer | null;
  readonly points: string | null;
}

/** Those of the agency $1 and of all that it came from, in the newest published cycle before the year $2 in which any of them took part. */
const EARLIER = `
  ${ancestorsOf('array[$1::uuid]', '$2')},
  taken as (select distinct on (e.id) e.id, e.cycle_id, e.agency_id, n.renamed from ancestor n join assessment e on e.agency_id = n.ancestor_id order by e.id, n.renamed desc),
  earlier as (
    select t.id, t.agency_id, jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency
    from taken t join agency g on g.id = t.agency_id
    where t.cycle_id = (
      select c.id from cycle c join taken any_of on any_of.cycle_id = c.id where c.phase = 'published' and c.year < $2 order by c.year desc, any_of.id limit 1))`;

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

  /** Every version of the layers of one criterion, newest first. */
  async listRevisions(em: EntityManager, assessmentId: string, code: string): Promise<readonly AppraisalLayerView[]> {
    const rows: readonly LayerRow[] = await em.query(
      `select l.code, l.layer, l.kind, l.answer, l.points, l.reason, l.explanation_wanted as "explanationWanted", l.question,
         l.decided_at as "decidedAt", u.full_name || coalesce(' (thay mặt ' || f.full_name || ')', '') as "decidedBy", l.version
       from appraisal_layer_revision l join user_account u on u.id = l.decided_by left join user_account f on f.id = l.acted_for
       where l.assessment_id = $1 and l.code = $2 order by l.decided_at desc, ${HEIGHT} desc, l.version desc`,
      [assessmentId, code],
    );
    return rows.map((row) => ({ ...row, points: numberOf(row.points), decidedAt: row.decidedAt.toISOString() }));
  }

  /** What the agency, and each that it came from, stated a year before, or what was accepted in its place, and the points in force then. In two queries. */
  async listPrevious(em: EntityManager, { agency, year }: Pick<AssessmentRecord, 'agency' | 'year'>): Promise<PreviousYear> {
    const declared: readonly DeclaredRow[] = await em.query(`with ${EARLIER} select e.agency, n.code, n.answer, n.points from answer n join earlier e on e.id = n.assessment_id`, [agency.id, year]);
    const decided: readonly DeclaredRow[] = await em.query(
      `with ${EARLIER} select distinct on (e.id, l.code) e.agency, l.code, l.answer, l.points from appraisal_layer l join earlier e on e.id = l.assessment_id
       order by e.id, l.code, ${HEIGHT} desc`,
      [agency.id, year],
    );
    return yearOf(agency.id, declared, decided);
  }
}

/** The agency's own year before, and that of each agency it came from. */
export interface PreviousYear {
  readonly previous: readonly PreviousAnswer[];
  readonly predecessors: readonly PredecessorAnswer[];
}

function yearOf(agencyId: string, declared: readonly DeclaredRow[], decided: readonly DeclaredRow[]): PreviousYear {
  const byName = new Intl.Collator('vi');
  const agencies = new Map([...declared, ...decided].map(({ agency }) => [agency.id, agency]));
  const of = (id: string) => merged(declared.filter(({ agency }) => agency.id === id), decided.filter(({ agency }) => agency.id === id));
  const others = [...agencies.values()].filter(({ id }) => id !== agencyId).toSorted((one, other) => byName.compare(one.name, other.name));
  return { previous: of(agencyId), predecessors: others.flatMap((agency) => of(agency.id).map((answer) => ({ ...answer, agency }))) };
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
