import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, holds, type WorkCycle, type WorkView } from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseTime } from '../../platform/database/unit-of-work';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { workItems } from './work-items';
import { WorkRepository } from './work.repository';
import type { CycleRow, OwnAssessmentRow, OwnLeaf } from './work-rows';

/** «Việc của tôi»: what one person has to do now, in a fixed number of queries whatever they are responsible for. */
@Injectable()
export class WorkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: WorkRepository,
    private readonly compiled: CompiledSets,
  ) {}

  async get(actor: Actor): Promise<WorkView> {
    const em = this.dataSource.manager;
    const cycles = await this.work.listCycles(em);
    const now = cycles[0]?.now ?? (await databaseTime(em));
    const unsubmitted = await this.unsubmittedOf(em, actor);
    const items = workItems(actor, {
      now,
      cycles,
      unsubmitted,
      left: await this.countLeft(em, unsubmitted),
      explaining: await this.explainingOf(em, actor),
      toAppraise: await this.toAppraiseOf(em, actor),
      petitions: [...(await this.petitionsOf(em, actor)), ...(await this.surveyProposalsOf(em, actor))],
      toVote: holds(actor, ['council-member', 'council-chair']) ? await this.work.listToVote(em, actor.id) : [],
      oversight: holds(actor, ['home-affairs']) ? await this.work.listOversight(em) : [],
    });
    return { now: now.toISOString(), cycles: cycles.filter(({ phase }) => phase !== 'published').map(toWorkCycle), items };
  }

  private unsubmittedOf(em: EntityManager, actor: Actor): Promise<readonly OwnAssessmentRow[]> {
    const own = agenciesOf(actor, ['agency-officer', 'agency-head']);
    return own.length === 0 ? Promise.resolve([]) : this.work.listUnsubmitted(em, own);
  }

  private explainingOf(em: EntityManager, actor: Actor): ReturnType<WorkRepository['listExplaining']> {
    const own = agenciesOf(actor, ['agency-officer', 'agency-head']);
    return own.length === 0 ? Promise.resolve([]) : this.work.listExplaining(em, own);
  }

  private toAppraiseOf(em: EntityManager, actor: Actor): ReturnType<WorkRepository['listToAppraise']> {
    const appraised = agenciesOf(actor, ['appraiser', 'home-affairs']);
    return appraised.length === 0 ? Promise.resolve([]) : this.work.listToAppraise(em, actor.id, appraised);
  }

  private petitionsOf(em: EntityManager, actor: Actor): ReturnType<WorkRepository['listPetitions']> {
    const headOf = agenciesOf(actor, ['agency-head']);
    const answersAs = ANSWERERS.filter((role) => holds(actor, [role]));
    return headOf.length + answersAs.length === 0 ? Promise.resolve([]) : this.work.listPetitions(em, { headOf, answersAs, own: actor.grants.map(({ agencyId }) => agencyId) });
  }

  private surveyProposalsOf(em: EntityManager, actor: Actor): ReturnType<WorkRepository['listSurveyProposals']> {
    return holds(actor, ['home-affairs', 'appraiser']) ? this.work.listSurveyProposals(em, actor.id) : Promise.resolve([]);
  }

  private async countLeft(em: EntityManager, unsubmitted: readonly OwnAssessmentRow[]): Promise<ReadonlyMap<string, number>> {
    if (unsubmitted.length === 0) {
      return new Map();
    }
    const sets = await this.compiled.loadAll(
      em,
      unsubmitted.map(({ criteriaSetId }) => criteriaSetId),
    );
    const leaves = [...sets].flatMap(([setId, set]) => ownLeaves(setId, set));
    return this.work.countLeft(
      em,
      unsubmitted.map(({ id }) => id),
      leaves,
    );
  }
}

const ANSWERERS = ['home-affairs', 'council-chair'] as const;

const ownLeaves = (setId: string, { leaves }: CompiledSet): readonly OwnLeaf[] =>
  leaves
    .filter(({ source }) => source === 'self')
    .map(({ code, section, evidenceRequired }) => ({ setId, code, scored: section === 'scored', evidenceRequired }));

const toWorkCycle = ({ id, year, title, phase, deadlineAt, closeAt }: CycleRow): WorkCycle => ({
  id,
  year,
  title,
  phase,
  deadlineAt: deadlineAt?.toISOString() ?? null,
  closeAt: closeAt?.toISOString() ?? null,
});
