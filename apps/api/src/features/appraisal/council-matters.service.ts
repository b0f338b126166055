import { Injectable } from '@nestjs/common';
import type { AppraisalLayerView, DecideRequest, DecisionKind } from '@par-index/contract';
import { type Answer, type CompiledLeaf, type CompiledSet, scoreLeaf } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { toLayerView } from './appraisal.mapper';
import { AppraisalRepository } from './appraisal.repository';
import type { AppraisalRecord } from './appraisal-record';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { type Decision, decisionOf } from './decision';
import { highestOf } from './in-force';
import { losesPoints } from './points-lost';

/** A criterion that the agency explained and that is still not as it asks. */
export interface Disagreement {
  readonly assessmentId: string;
  readonly code: string;
}

/** One criterion of one assessment as the council finds it. */
export interface CouncilMatter {
  readonly record: AppraisalRecord;
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
  readonly declared: Answer | null;
  readonly layers: readonly AppraisalLayerView[];
  readonly inForce: Answer | null;
  /** How what is in force was decided. */
  readonly inForceKind: DecisionKind;
  readonly appraiser: string | null;
  readonly explained: boolean;
}

/** What the council concludes for one criterion. */
export interface Conclusion {
  readonly assessmentId: string;
  readonly code: string;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly reason: string;
}

/** What the council needs of an appraisal, and how its conclusion becomes the highest layer. */
@Injectable()
export class CouncilMatters {
  constructor(
    private readonly appraisals: AppraisalRepository,
    private readonly scenes: AppraisalScenes,
  ) {}

  /** Of the named assessments, in the order of their sets. */
  async disagreements(em: EntityManager, assessmentIds: readonly string[]): Promise<readonly Disagreement[]> {
    const records = await this.appraisals.listByIds(em, assessmentIds);
    const scenes = await this.scenes.readAll(em, records);
    return scenes.flatMap((scene) =>
      scene.set.leaves.filter((leaf) => isOpen(scene, leaf)).map(({ code }) => ({ assessmentId: scene.record.id, code })),
    );
  }

  /** Refuses an assessment or a criterion that is not there. */
  async read(em: EntityManager, assessmentId: string, code: string): Promise<CouncilMatter> {
    return matterOf(await this.scenes.read(em, await this.appraisals.get(em, assessmentId)), code);
  }

  /** The same with the assessment locked for change. */
  async lock(em: EntityManager, assessmentId: string, code: string): Promise<CouncilMatter> {
    return matterOf(await this.scenes.read(em, await this.appraisals.lock(em, assessmentId)), code);
  }

  /** An award in place of the rule: refuses what is outside of the criterion's range, and a missing reason. */
  award({ set, leaf, declared, inForce }: CouncilMatter, awarded: number, reason: string): { readonly answer: Answer | null; readonly points: number | null } {
    return decisionOf({ set, leaf, declared, below: inForce }, { kind: 'award', awarded, reason, explanationWanted: false, question: '' });
  }

  /** What a member comes to who appraises it anew: accepts, corrects or awards. Refuses what is not an answer to the rule. */
  decide({ set, leaf, declared, inForce }: CouncilMatter, request: Pick<DecideRequest, 'kind' | 'answer' | 'awarded' | 'reason'>): Decision {
    return decisionOf({ set, leaf, declared, below: inForce }, { ...request, explanationWanted: false, question: '' });
  }

  /** Writes the council's layer with its revision and audit line. The points, which it gives back, follow from the answer. */
  async conclude(tx: Transaction, decidedBy: string, { assessmentId, code, kind, answer, reason }: Conclusion): Promise<number | null> {
    const { record, set, inForce } = await this.read(tx.em, assessmentId, code);
    const [before, points] = [scoreLeaf(set, code, inForce).points, scoreLeaf(set, code, answer).points];
    const entry = { code, kind, answer, points, reason, explanationWanted: false, question: '' };
    await this.appraisals.writeLayers(tx.em, { assessmentId, layer: 'council', decidedBy, entries: [entry] });
    const line = { code, layer: 'council' as const, kind, before: textOf(before), after: textOf(points), reason };
    await tx.audit('appraisal.decided', { id: assessmentId, cycleId: record.cycleId }, line);
    return points;
  }
}

const textOf = (points: number | null): string | null => (points === null ? null : String(points));

function isOpen(scene: AppraisalScene, leaf: CompiledLeaf): boolean {
  return scene.isExplained(leaf.code) && losesPoints(scene.set, leaf, { declared: scene.declaredOf(leaf), inForce: scene.inForceOf(leaf) });
}

function matterOf(scene: AppraisalScene, code: string): CouncilMatter {
  const leaf = scene.set.leaf(code);
  if (!leaf) {
    throw new DomainError('answer.criterion-unknown', { code });
  }
  const layers = scene.layersOf(code);
  return {
    ...{ record: scene.record, set: scene.set, leaf, layers: layers.map(toLayerView) },
    declared: scene.declaredOf(leaf),
    inForce: scene.inForceOf(leaf),
    inForceKind: highestOf(layers)?.kind ?? 'accept',
    appraiser: scene.appraiserOf(code),
    explained: scene.isExplained(code),
  };
}
