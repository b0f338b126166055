import { Injectable } from '@nestjs/common';
import { type Actor, agencySeesAppraisal, type ChangedAssessment, type CriterionChange } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import { AssessmentReading } from '../assessment/assessment-reading.service';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { SubmissionChanges } from './submission-changes.service';

interface HandedIn {
  readonly assessmentId: string;
  readonly criteriaSetId: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

/** What changed since the submission, for whoever approves, decides or closes something. */
@Injectable()
export class Changes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: AssessmentReading,
    private readonly sets: CompiledSets,
    private readonly submission: SubmissionChanges,
  ) {}

  /** As far as the actor sees the assessment; of figures of others the agency learns with the appraisal. */
  async ofAssessment(actor: Actor, assessmentId: string): Promise<readonly CriterionChange[]> {
    const em = this.dataSource.manager;
    const { record, sight, shows } = await this.reading.see(em, actor, assessmentId);
    const { leaves } = await this.sets.load(em, record.criteriaSetId);
    const found = await this.submission.since(em, assessmentId, leaves.map(({ code }) => code).filter(shows));
    const figures = sight.as !== 'own' || agencySeesAppraisal(record.phase);
    return figures ? found : found.flatMap(withoutFigures);
  }

  /** Of every assessment of the cycle that is handed in, but the actor's own agency's. */
  async ofCycle(actor: Actor, cycleId: string): Promise<readonly ChangedAssessment[]> {
    const em = this.dataSource.manager;
    const handedIn = await listHandedIn(em, cycleId, actor.grants.map(({ agencyId }) => agencyId));
    const changed = new Map<string, number>();
    for (const setId of new Set(handedIn.map(({ criteriaSetId }) => criteriaSetId))) {
      const { leaves } = await this.sets.load(em, setId);
      const assessmentIds = handedIn.filter(({ criteriaSetId }) => criteriaSetId === setId).map((one) => one.assessmentId);
      const found = await this.submission.across(em, { assessmentIds, codes: leaves.map(({ code }) => code) });
      found.forEach((changes, id) => changed.set(id, changes.length));
    }
    return handedIn.flatMap(({ assessmentId, criteriaSetId: _, ...agency }) => {
      const criteria = changed.get(assessmentId) ?? 0;
      return criteria > 0 ? [{ assessmentId, agency, criteria }] : [];
    });
  }
}

function withoutFigures(change: CriterionChange): readonly CriterionChange[] {
  const kinds = change.kinds.filter((kind) => kind !== 'figure');
  return kinds.length > 0 ? [{ ...change, kinds }] : [];
}

const listHandedIn = (em: EntityManager, cycleId: string, own: readonly string[]): Promise<readonly HandedIn[]> =>
  em.query(
    `select a.id as "assessmentId", p.criteria_set_id as "criteriaSetId", g.id, g.code, g.name, g.short_name as "shortName"
     from assessment a join participant p on p.id = a.participant_id join agency g on g.id = a.agency_id
     where a.cycle_id = $1 and a.state not in ('drafting', 'awaiting-head') and not (a.agency_id = any($2::uuid[]))
     order by g.name ${VIETNAMESE_ORDER}`,
    [cycleId, own],
  );
