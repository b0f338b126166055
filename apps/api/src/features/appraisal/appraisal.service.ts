import { Injectable } from '@nestjs/common';
import {
  type AcceptRestRequest,
  type AcceptRestView,
  type Actor,
  assessmentRefusalOf,
  type ClosedAppraisalView,
  type DecidedView,
  type DecideRequest,
  type Layer,
} from '@par-index/contract';
import type { Answer, CompiledLeaf } from '@par-index/scoring';
import { DataSource } from 'typeorm';
import { assertVersion } from '../../platform/database/lock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { type Acceptance, acceptanceOf } from './acceptance';
import { toLayerView } from './appraisal.mapper';
import { AppraisalRepository, type StandingLayer } from './appraisal.repository';
import { contextOf } from './appraisal-record';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { AssessmentMoves } from './assessment-moves.service';
import { decisionOf, type Kept } from './decision';
import { DecisionWriter } from './decision-writer.service';
import { highestOf, layersBelow } from './in-force';
import { appraisingAgencies, assertDecidable, assertMayAccept } from './who-decides';

/** A decision on one criterion, made on the version of its layer that the appraiser read; 0 where there was none. */
export interface DecideCommand {
  readonly assessmentId: string;
  readonly code: string;
  readonly version: number;
  readonly request: DecideRequest;
}

@Injectable()
export class AppraisalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly appraisals: AppraisalRepository,
    private readonly scenes: AppraisalScenes,
    private readonly writer: DecisionWriter,
    private readonly moves: AssessmentMoves,
  ) {}

  /** Writes one layer of one criterion. The last decision of all appraisers completes the appraisal. */
  decide(actor: Actor, { assessmentId, code, version, request }: DecideCommand): Promise<DecidedView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const scene = await this.scenes.read(tx.em, await this.appraisals.lock(tx.em, assessmentId));
      const { leaf, layer } = assertDecidable(actor, scene, code);
      assertVersion({ version: scene.layerOf(code, layer)?.version ?? 0 }, version);
      const below = scene.belowOf(leaf, layer);
      const kept = layer === 'appraisal-2' ? keptOf(scene, leaf, below) : null;
      const decision = decisionOf({ set: scene.set, leaf, declared: scene.declaredOf(leaf), below, kept }, request);
      const entry = { code, ...decision, ...wordsOf(request, layer) };
      const { layers, state } = await this.writer.write(tx, { actor, scene, layer, entries: [entry] });
      return { layer: onlyOne(layers), ...scene.progress(layer, appraisingAgencies(actor), [code]), state };
    });
  }

  /** What `accept` would write now. Changes nothing. */
  async previewAcceptance(actor: Actor, assessmentId: string, request: AcceptRestRequest): Promise<AcceptRestView> {
    const em = this.dataSource.manager;
    const scene = await this.scenes.read(em, await this.appraisals.get(em, assessmentId));
    const { layer, acceptance } = acceptanceIn(actor, scene, request);
    return { dryRun: true, ...viewOf(acceptance), ...scene.progress(layer, appraisingAgencies(actor)), state: scene.record.state };
  }

  /** Accepts the actor's undecided criteria that something is declared for, or just those of `codes`. Refuses where there are none. */
  accept(actor: Actor, assessmentId: string, request: AcceptRestRequest): Promise<AcceptRestView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const scene = await this.scenes.read(tx.em, await this.appraisals.lock(tx.em, assessmentId));
      const { layer, acceptance } = acceptanceIn(actor, scene, request);
      if (acceptance.accepted.length === 0) {
        throw new DomainError('appraisal.nothing-to-accept');
      }
      const entries = acceptance.accepted.map((accepted) => ({ ...accepted, kind: 'accept' as const, ...NO_WORDS }));
      const { state } = await this.writer.write(tx, { actor, scene, layer, entries });
      const codes = entries.map(({ code }) => code);
      return { dryRun: false, ...viewOf(acceptance), ...scene.progress(layer, appraisingAgencies(actor), codes), state };
    });
  }

  /** Ends the appraisal of one agency with criteria undecided: they are listed, and count as declared. Only with a reason. */
  close(actor: Actor, assessmentId: string, reason: string): Promise<ClosedAppraisalView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const record = await this.appraisals.lock(tx.em, assessmentId);
      const refusal = assessmentRefusalOf(actor, contextOf(record), 'close-appraisal');
      if (refusal) {
        throw new DomainError(refusal, { state: record.state });
      }
      if (reason.trim() === '') {
        throw new DomainError('reason.required');
      }
      const scene = await this.scenes.read(tx.em, record);
      await this.moves.move(tx, { cycleId: record.cycleId, assessmentIds: [record.id], action: 'close-appraisal', reason: reason.trim() });
      return { state: 'appraised', undecided: scene.undecided('appraisal-1') };
    });
  }
}

function acceptanceIn(actor: Actor, scene: AppraisalScene, { codes }: AcceptRestRequest): { readonly layer: Layer; readonly acceptance: Acceptance } {
  const layer = assertMayAccept(actor, scene, codes);
  const open = new Set(scene.toDecide(layer));
  const criteria = scene.decidedBy(actor.id, appraisingAgencies(actor)).filter((code) => open.has(code)).flatMap((code) => {
    const leaf = scene.set.leaf(code);
    return leaf ? [{ code, declared: scene.declaredOf(leaf), decided: scene.layerOf(code, layer) !== null }] : [];
  });
  return { layer, acceptance: acceptanceOf(scene.set, criteria, codes) };
}

const NO_WORDS = { reason: '', explanationWanted: false, question: '' } as const;

/** A question stands only where an explanation is wanted, and one is wanted only while there is still a round to give it in. */
function wordsOf({ reason, explanationWanted, question }: DecideRequest, layer: Layer) {
  const wanted = explanationWanted && layer === 'appraisal-1';
  return { reason: reason.trim(), explanationWanted: wanted, question: wanted ? question.trim() : '' };
}

/** What stands below appraisal 2, as it would be written again; what nobody decided counts as accepted. */
const keptOf = (scene: AppraisalScene, { code }: CompiledLeaf, answer: Answer | null): Kept => ({
  kind: highestOf(layersBelow(scene.layersOf(code), 'appraisal-2'))?.kind ?? 'accept',
  answer,
});

const viewOf = ({ accepted, left }: Acceptance) => ({ accepted: accepted.map(({ code, points }) => ({ code, points })), left });

function onlyOne(layers: readonly StandingLayer[]): DecidedView['layer'] {
  const [layer] = layers;
  if (!layer) {
    throw new Error('The written layer did not come back');
  }
  return toLayerView(layer);
}
