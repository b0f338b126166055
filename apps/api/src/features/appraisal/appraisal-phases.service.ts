import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssessmentAction, AssessmentState } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { type PhaseConsequences, PhaseEffects, type PhaseStep } from '../cycle/phase-effects.service';
import { AppraisalRepository } from './appraisal.repository';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { AssessmentMoves } from './assessment-moves.service';
import { closedInWords, differencesInWords, movedInWords } from './phase-sentences';
import { losesPoints } from './points-lost';

/** What follows for the assessments when a phase opens. Source: docs/workflow.md, "States of an assessment". */
interface Step {
  readonly cycleId: string;
  readonly reason: string;
}

/** The moves of all assessments that stand in one state, one after the other. */
interface Silent {
  readonly from: readonly AssessmentState[];
  readonly actions: readonly AssessmentAction[];
}

/**
 * Phases in which nobody has to be asked. Explanations and the council's open items are not kept yet: so what is explained has no
 * explained criterion left to decide, and what is reappraised has no open item.
 */
const SILENT: Readonly<Partial<Record<string, Silent>>> = {
  reappraisal: { from: ['explaining', 'explained'], actions: ['silence', 'complete-reappraisal'] },
  preliminary: { from: ['reappraised'], actions: ['close-council'] },
};

@Injectable()
export class AppraisalPhases implements OnModuleInit {
  constructor(
    private readonly appraisals: AppraisalRepository,
    private readonly scenes: AppraisalScenes,
    private readonly moves: AssessmentMoves,
    private readonly events: DomainEvents,
    private readonly effects: PhaseEffects,
  ) {}

  /** After the assessments' own part, which is registered by the module that this one imports: what was not submitted is taken first. */
  onModuleInit(): void {
    this.events.on('cycle.phase-opened', (tx, { to, ...step }) => (to === 'explanation' ? this.openExplanation(tx, step) : this.moveOn(tx, to, step)));
    this.effects.add((em, step) => this.consequences(em, step));
  }

  /** What is undecided is closed and counts as declared; then every agency that lost points may explain. */
  private async openExplanation(tx: Transaction, { cycleId, reason }: Step): Promise<void> {
    const scenes = await this.scenesIn(tx.em, cycleId, IN_APPRAISAL);
    const idsOf = (chosen: readonly AppraisalScene[]) => chosen.map(({ record }) => record.id);
    const { explaining, agreeing } = split(scenes);
    await this.moves.move(tx, { cycleId, assessmentIds: idsOf(scenes), action: 'close-appraisal', reason });
    await this.moves.move(tx, { cycleId, assessmentIds: idsOf(explaining), action: 'open-differences', reason: null });
    await this.moves.move(tx, { cycleId, assessmentIds: idsOf(agreeing), action: 'nothing-to-explain', reason: null });
  }

  private async moveOn(tx: Transaction, to: string, { cycleId }: Step): Promise<void> {
    const silent = SILENT[to];
    if (!silent) {
      return;
    }
    const assessmentIds = (await this.appraisals.listOfCycle(tx.em, cycleId, silent.from)).map(({ id }) => id);
    for (const action of silent.actions) {
      await this.moves.move(tx, { cycleId, assessmentIds, action, reason: null });
    }
  }

  private async consequences(em: EntityManager, { cycleId, to }: PhaseStep): Promise<PhaseConsequences> {
    if (to === 'explanation') {
      const scenes = await this.scenesIn(em, cycleId, [...NOT_SUBMITTED, ...IN_APPRAISAL]);
      const { explaining, agreeing } = split(scenes);
      const closed = scenes.filter(({ record }) => record.state !== 'appraised');
      const undecided = closed.map((scene) => ({ agency: scene.record.agency.name, undecided: scene.undecided('appraisal-1').length }));
      return { effects: [...closedInWords(undecided), ...differencesInWords(explaining.length, agreeing.length)] };
    }
    const silent = SILENT[to];
    return silent ? { effects: movedInWords(to, (await this.appraisals.listOfCycle(em, cycleId, silent.from)).length) } : {};
  }

  private async scenesIn(em: EntityManager, cycleId: string, states: readonly AssessmentState[]): Promise<readonly AppraisalScene[]> {
    return this.scenes.readAll(em, await this.appraisals.listOfCycle(em, cycleId, states));
  }
}

const IN_APPRAISAL: readonly AssessmentState[] = ['submitted', 'appraised'];
/** Taken as it stands by the time that the explanation opens. */
const NOT_SUBMITTED: readonly AssessmentState[] = ['drafting', 'awaiting-head'];

function split(scenes: readonly AppraisalScene[]): { readonly explaining: readonly AppraisalScene[]; readonly agreeing: readonly AppraisalScene[] } {
  const lost = new Set(scenes.filter(losesAnything));
  return { explaining: scenes.filter((scene) => lost.has(scene)), agreeing: scenes.filter((scene) => !lost.has(scene)) };
}

/** Whether a decision of appraisal 1 took points anywhere. What nobody has decided counts as declared, so nothing is lost there. */
const losesAnything = (scene: AppraisalScene): boolean =>
  scene.assignedTo().some((code) => {
    const leaf = scene.set.leaf(code);
    return leaf && scene.layerOf(code, 'appraisal-1') ? losesPoints(scene.set, leaf, { declared: scene.declaredOf(leaf), inForce: scene.inForceOf(leaf) }) : false;
  });
