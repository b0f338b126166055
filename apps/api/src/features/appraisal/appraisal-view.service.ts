import { Injectable } from '@nestjs/common';
import { type Actor, type AgencyRef, type AppraisalView, type AppraisedCriterion, type AssessmentView, belongsTo, holds } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentReading } from '../assessment/assessment-reading.service';
import { toLayerView } from './appraisal.mapper';
import { AppraisalRepository } from './appraisal.repository';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { byCode } from './in-force';
import { lockedBecause } from './locked-because';
import { SubmissionChanges } from './submission-changes.service';
import { appraisingAgencies, OVERSEERS } from './who-decides';

/** One agency's appraisal as one reader sees it. */
@Injectable()
export class AppraisalViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly appraisals: AppraisalRepository,
    private readonly scenes: AppraisalScenes,
    private readonly reading: AssessmentReading,
    private readonly changes: SubmissionChanges,
  ) {}

  /**
   * The criteria assigned to the actor's agencies, or all of them for who oversees. Refuses one's own agency with `access.own-agency`,
   * and what is not there or not the actor's to see yet with `record.not-found`.
   */
  async get(actor: Actor, assessmentId: string): Promise<AppraisalView> {
    const em = this.dataSource.manager;
    const record = await this.appraisals.get(em, assessmentId);
    if (belongsTo(actor, record.agency.id)) {
      throw new DomainError('access.own-agency');
    }
    const view = await this.reading.get(actor, assessmentId);
    const scene = await this.scenes.read(em, record);
    const figures = await this.figuresOfSubstitute(em, actor, scene);
    const codes = new Set([...codesFor(actor, scene), ...figures]);
    const agencies = await this.appraisals.listAgencies(em, scene.assignments.map(({ agencyId }) => agencyId));
    const changes = await this.changes.since(em, assessmentId, scene.set.leaves.map(({ code }) => code).filter((code) => codes.has(code)));
    return {
      ...headOf(scene, view),
      criteria: criteriaOf(actor, { scene, view, agencies, figures }).filter(({ code }) => codes.has(code)),
      changedSinceSubmission: changes.length,
      changes,
    };
  }

  /** At the lead agency itself its substitute's appraisers enter the survey and imported figures, and so see them. */
  private async figuresOfSubstitute(em: EntityManager, actor: Actor, { record, set }: AppraisalScene): Promise<ReadonlySet<string>> {
    if (record.agency.id !== record.leadAgencyId) {
      return new Set();
    }
    const substitute = await this.appraisals.findSubstitute(em, record.cycleId, record.leadAgencyId);
    const standsIn = substitute !== null && holds(actor, ['appraiser'], substitute);
    return new Set(standsIn ? set.leaves.filter(({ source }) => source === 'survey' || source === 'imported').map(({ code }) => code) : []);
  }
}

interface Reading {
  readonly scene: AppraisalScene;
  readonly view: AssessmentView;
  readonly agencies: readonly AgencyRef[];
  /** Criteria that the reader sees for their figure alone, not by assignment. */
  readonly figures: ReadonlySet<string>;
}

/** All of them for who oversees, else what is assigned. */
function codesFor(actor: Actor, scene: AppraisalScene): ReadonlySet<string> {
  return new Set(holds(actor, OVERSEERS) ? scene.set.leaves.map(({ code }) => code) : scene.assignedTo(appraisingAgencies(actor)));
}

function headOf({ record }: AppraisalScene, view: AssessmentView): Omit<AppraisalView, 'criteria' | 'changedSinceSubmission' | 'changes'> {
  const { id, cycleId, cycleTitle, phase, agency, state, submittedAt, late, notSubmitted, criteriaSet, exemptions, now } = view;
  return { assessmentId: id, cycleId, cycleTitle, phase, window: record.appraisalWindow, now, agency, state, submittedAt, late, notSubmitted, criteriaSet, exemptions };
}

function criteriaOf(actor: Actor, { scene, view, agencies, figures }: Reading): readonly AppraisedCriterion[] {
  const evidence = byCode(view.evidence);
  const layers = byCode(view.layers);
  const answers = new Map(view.answers.map((answer) => [answer.code, answer]));
  const predecessors = byCode(view.predecessors);
  const previous = new Map(view.previous.map((answer) => [answer.code, answer]));
  return scene.set.leaves.map((leaf) => {
    const { code } = leaf;
    const appraiser = agencies.find(({ id }) => id === scene.appraiserOf(code)) ?? null;
    const person = scene.personOf(code);
    const locked = lockedBecause(actor, { record: scene.record, leaf, appraiser, person, deciders: scene.decidersOf(code), explained: scene.isExplained(code) });
    return {
      ...{ code, appraiser, person, decidable: locked === null, explained: scene.isExplained(code), lockedBecause: locked },
      answer: answers.get(code) ?? null,
      evidence: evidence.get(code) ?? [],
      layers: figures.has(code) ? scene.layersOf(code).map(toLayerView) : (layers.get(code) ?? []),
      previous: previous.get(code) ?? null,
      predecessors: predecessors.get(code) ?? [],
    };
  });
}
