import { Injectable } from '@nestjs/common';
import type { Actor, AssessmentState, Layer } from '@par-index/contract';
import { scoreLeaf } from '@par-index/scoring';
import type { Transaction } from '../../platform/database/unit-of-work';
import { AppraisalRepository, type LayerEntry, type StandingLayer } from './appraisal.repository';
import type { AppraisalScene } from './appraisal-scene.service';
import { AssessmentMoves } from './assessment-moves.service';
import { Reappraisal } from './reappraisal.service';
import { actedForOf } from './who-decides';

export interface DecisionWrite {
  readonly actor: Actor;
  readonly scene: AppraisalScene;
  readonly layer: Layer;
  readonly entries: readonly LayerEntry[];
}

export interface DecisionsWritten {
  readonly layers: readonly StandingLayer[];
  /** Of the assessment, after the write. */
  readonly state: AssessmentState;
}

/** Writes decisions with their history and audit lines, and completes the appraisal with the last one. The assessment is locked. */
@Injectable()
export class DecisionWriter {
  constructor(
    private readonly appraisals: AppraisalRepository,
    private readonly moves: AssessmentMoves,
    private readonly reappraisal: Reappraisal,
  ) {}

  async write(tx: Transaction, { actor, scene, layer, entries }: DecisionWrite): Promise<DecisionsWritten> {
    const { id, cycleId } = scene.record;
    const acting = entries.map((entry) => ({ ...entry, actedFor: actedForOf(actor, scene, entry.code) }));
    const layers = await this.appraisals.writeLayers(tx.em, { assessmentId: id, layer, decidedBy: actor.id, entries: acting });
    for (const { code, kind, points, reason, actedFor } of acting) {
      const inPlace = actedFor === null ? {} : { actingFor: actedFor };
      const line = { code, layer, kind, before: pointsInForce(scene, code), after: pointsText(points), reason, ...inPlace };
      await tx.audit('appraisal.decided', { id, cycleId }, line);
    }
    return { layers, state: layer === 'appraisal-2' ? await this.completeAgain(tx, scene, acting) : await this.completeIfDone(tx, scene, acting) };
  }

  private async completeAgain(tx: Transaction, { record: { id, cycleId, state } }: AppraisalScene, entries: readonly LayerEntry[]): Promise<AssessmentState> {
    const moved = await this.reappraisal.completeDone(tx, { cycleId, assessmentIds: [id], actingFor: allInPlaceOf(entries) });
    return moved.includes(id) ? 'reappraised' : state;
  }

  private async completeIfDone(tx: Transaction, scene: AppraisalScene, entries: readonly LayerEntry[]): Promise<AssessmentState> {
    const { id, cycleId, state } = scene.record;
    const isDone = scene.undecided('appraisal-1').every((code) => entries.some((entry) => entry.code === code));
    if (state !== 'submitted' || !isDone) {
      return state;
    }
    await this.moves.move(tx, { cycleId, assessmentIds: [id], action: 'complete-appraisal', reason: null, actingFor: allInPlaceOf(entries) });
    return 'appraised';
  }
}

/** The absent person in whose place all of it was decided, or null. */
function allInPlaceOf(entries: readonly LayerEntry[]): string | null {
  const [first, ...others] = new Set(entries.map(({ actedFor }) => actedFor ?? null));
  return others.length === 0 ? (first ?? null) : null;
}

/** As they were before the write. */
function pointsInForce(scene: AppraisalScene, code: string): string | null {
  const leaf = scene.set.leaf(code);
  return leaf ? pointsText(scoreLeaf(scene.set, code, scene.inForceOf(leaf)).points) : null;
}

const pointsText = (points: number | null): string | null => (points === null ? null : String(points));
