import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AgencyRef,
  type AppraisedAgency,
  type ChangeKind,
  type CriterionAppraisalView,
  type CriterionChoices,
  type CriterionProgress,
  type EvidenceLinkView,
  holds,
  type PreviousAnswer,
} from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { EvidenceService } from '../evidence/evidence.service';
import { toLayerView } from './appraisal.mapper';
import { type AcrossScope, AppraisalRepository } from './appraisal.repository';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { type AnswerUnder, ByCriterionRepository, type GroupRecord, type PreviousUnder } from './by-criterion.repository';
import { grouped } from './in-force';
import { lockedBecause } from './locked-because';
import { appraisingAgencies, OVERSEERS } from './who-decides';

/** One criterion of a group in a cycle, as the path names it. */
export interface AcrossKey {
  readonly cycleId: string;
  readonly groupCode: string;
  readonly code: string;
}

/** One criterion at all agencies of a group as one reader sees it, in a number of queries that does not depend on how many there are. */
@Injectable()
export class ByCriterion {
  constructor(
    private readonly dataSource: DataSource,
    private readonly appraisals: AppraisalRepository,
    private readonly across: ByCriterionRepository,
    private readonly scenes: AppraisalScenes,
    private readonly sets: CompiledSets,
    private readonly evidence: EvidenceService,
  ) {}

  /** Refuses with `record.not-found` a group that is not in the cycle. */
  async choices(actor: Actor, cycleId: string, groupCode: string): Promise<CriterionChoices> {
    const em = this.dataSource.manager;
    return { criteria: await this.criteriaOf(em, actor, await this.across.getGroup(em, cycleId, groupCode)) };
  }

  /** Refuses with `record.not-found` a criterion that is not there, or nowhere the actor's. */
  async get(actor: Actor, key: AcrossKey): Promise<CriterionAppraisalView> {
    const em = this.dataSource.manager;
    const group = await this.across.getGroup(em, key.cycleId, key.groupCode);
    const criteria = await this.criteriaOf(em, actor, group);
    if (!criteria.some(({ code }) => code === key.code)) {
      throw new DomainError('record.not-found');
    }
    const { set } = await this.sets.load(em, group.criteriaSetId);
    const records = await this.appraisals.listAcross(em, { ...scopeOf(actor, key), ids: null, hold: 'read' });
    const scenes = await this.scenes.readAll(em, records);
    return { ...headOf(group), criteriaSet: set, code: key.code, criteria, rows: await this.rowsOf(em, actor, { scenes, group, code: key.code }) };
  }

  private async criteriaOf(em: EntityManager, actor: Actor, group: GroupRecord): Promise<readonly CriterionProgress[]> {
    const own = actor.grants.map(({ agencyId }) => agencyId);
    const counted = await this.across.progress(em, { cycleId: group.cycleId, groupCode: group.groupCode, appraising: appraisingAgencies(actor), own });
    const byCode = new Map(counted.map((progress) => [progress.code, progress]));
    const { leaves } = await this.sets.load(em, group.criteriaSetId);
    const readsAll = holds(actor, OVERSEERS);
    return leaves.flatMap(({ code }) => {
      const progress = byCode.get(code);
      return progress ? [progress] : readsAll ? [{ code, decided: 0, toDecide: 0 }] : [];
    });
  }

  private async rowsOf(em: EntityManager, actor: Actor, { scenes, group, code }: Reading): Promise<readonly AppraisedAgency[]> {
    const handedIn = scenes.filter(({ record }) => isHandedIn(record.state));
    const ids = handedIn.map(({ record }) => record.id);
    const answers = new Map((await this.across.listAnswers(em, ids, code)).map((answer) => [answer.assessmentId, answer]));
    const evidence = await this.evidence.linksUnder(em, ids, code);
    const previous = grouped(await this.across.listPrevious(em, handedIn.map(({ record }) => record.agency.id), group.year, code), ({ heirId }) => heirId);
    const changes = await this.across.listChanges(em, ids, code);
    const agencies = await this.appraisals.listAgencies(em, scenes.flatMap((scene) => scene.appraiserOf(code) ?? []));
    return scenes.flatMap((scene) => {
      const leaf = scene.set.leaf(code);
      const { record } = scene;
      const under = { answer: answers.get(record.id), evidence: evidence.get(record.id) ?? [], earlier: previous.get(record.agency.id) ?? [], changes: changes.get(record.id) ?? [] };
      return leaf ? [rowOf(actor, { scene, leaf, agencies, ...under })] : [];
    });
  }
}

interface Reading {
  readonly scenes: readonly AppraisalScene[];
  readonly group: GroupRecord;
  readonly code: string;
}

/** Which agencies' answers to the criterion the actor reads. */
export function scopeOf(actor: Actor, key: AcrossKey): Omit<AcrossScope, 'ids' | 'hold'> {
  const own = actor.grants.map(({ agencyId }) => agencyId);
  return { ...key, appraising: appraisingAgencies(actor), own, reach: holds(actor, OVERSEERS) ? 'all' : 'assigned' };
}

const isHandedIn = (state: string): boolean => state !== 'drafting' && state !== 'awaiting-head';

function headOf({ cycleId, cycleTitle, phase, groupCode, groupName, opensAt, deadlineAt, closeAt, now }: GroupRecord) {
  const window = { opensAt: opensAt.toISOString(), deadlineAt: deadlineAt.toISOString(), closeAt: closeAt.toISOString() };
  return { cycleId, cycleTitle, phase, groupCode, groupName, window, now: now.toISOString() };
}

interface RowReading {
  readonly scene: AppraisalScene;
  readonly leaf: CompiledLeaf;
  readonly agencies: readonly AgencyRef[];
  readonly answer: AnswerUnder | undefined;
  readonly evidence: readonly EvidenceLinkView[];
  readonly earlier: readonly PreviousUnder[];
  readonly changes: readonly ChangeKind[];
}

function rowOf(actor: Actor, { scene, leaf, agencies, answer, evidence, earlier, changes }: RowReading): AppraisedAgency {
  const { record } = scene;
  const { code } = leaf;
  const appraiser = agencies.find(({ id }) => id === scene.appraiserOf(code)) ?? null;
  const [person, explained] = [scene.personOf(code), scene.isExplained(code)];
  const locked = lockedBecause(actor, { record, leaf, appraiser, person, deciders: scene.decidersOf(code), explained });
  const own = earlier.find(({ agency }) => agency.id === record.agency.id);
  return {
    ...{ assessmentId: record.id, agency: record.agency, state: record.state, late: record.late, notSubmitted: record.notSubmitted },
    ...{ code, appraiser, person, explained, decidable: locked === null, lockedBecause: locked },
    ...{ answer: answer ? withoutPlace(answer) : null, changes },
    evidence: evidence.filter(({ round }) => round === 'self-assessment' || explained),
    layers: isHandedIn(record.state) ? scene.layersOf(code).map(toLayerView) : [],
    previous: own ? previousOf(code, own) : null,
    predecessors: earlier.filter((one) => one !== own).map((one) => ({ ...previousOf(code, one), agency: one.agency })),
  };
}

const withoutPlace = ({ assessmentId: _, ...answer }: AnswerUnder) => answer;

const previousOf = (code: string, { answer, points }: PreviousUnder): PreviousAnswer => ({ code, answer, points: points === null ? null : Number(points) });
