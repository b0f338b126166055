import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssessmentAction, AssessmentState } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { type PhaseConsequences, PhaseEffects, type PhaseStep } from '../cycle/phase-effects.service';
import { AppraisalRepository } from './appraisal.repository';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { AssessmentMoves } from './assessment-moves.service';
import { differencesOf } from './differences';
import { closedInWords, differencesInWords, movedInWords, undecidedInWords, unfinishedInWords } from './phase-sentences';
import { Reappraisal } from './reappraisal.service';

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

/** Phases in which nobody has to be asked. */
const SILENT: Readonly<Partial<Record<string, Silent>>> = {
  preliminary: { from: ['reappraised'], actions: ['close-council'] },
};

@Injectable()
export class AppraisalPhases implements OnModuleInit {
  constructor(
    private readonly appraisals: AppraisalRepository,
    private readonly scenes: AppraisalScenes,
    private readonly moves: AssessmentMoves,
    private readonly reappraisal: Reappraisal,
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
    if (to === 'council') {
      await this.endReappraisal(tx, cycleId);
    }
    const silent = SILENT[to];
    if (!silent) {
      return;
    }
    const assessmentIds = (await this.appraisals.listOfCycle(tx.em, cycleId, silent.from)).map(({ id }) => id);
    for (const action of silent.actions) {
      await this.moves.move(tx, { cycleId, assessmentIds, action, reason: null });
    }
  }

  /** What nobody has decided again stays as appraisal 1 left it, and so still in disagreement: the council's to decide. */
  private async endReappraisal(tx: Transaction, cycleId: string): Promise<void> {
    for (const { id, undecided } of await this.reappraisal.listUnfinished(tx.em, cycleId)) {
      await this.moves.move(tx, { cycleId, assessmentIds: [id], action: 'complete-reappraisal', reason: undecidedInWords(undecided) });
    }
  }

  private async consequences(em: EntityManager, { cycleId, to }: PhaseStep): Promise<PhaseConsequences> {
    if (to === 'explanation') {
      const scenes = await this.scenesIn(em, cycleId, [...NOT_SUBMITTED, ...IN_APPRAISAL]);
      const { explaining, agreeing } = split(scenes);
      const closed = scenes.filter(({ record }) => record.state !== 'appraised');
      const undecided = closed.map((scene) => ({ agency: scene.record.agency.name, undecided: scene.undecided('appraisal-1').length }));
      const closing = closedInWords(undecided);
      return { effects: [...closing, ...differencesInWords(explaining.length, agreeing.length)], forAPerson: closing };
    }
    if (to === 'council') {
      return { effects: unfinishedInWords(await this.reappraisal.listUnfinished(em, cycleId)) };
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

/** By whether there is anything to explain. */
function split(scenes: readonly AppraisalScene[]): { readonly explaining: readonly AppraisalScene[]; readonly agreeing: readonly AppraisalScene[] } {
  const differing = new Set(scenes.filter((scene) => differencesOf(scene).length > 0));
  return { explaining: scenes.filter((scene) => differing.has(scene)), agreeing: scenes.filter((scene) => !differing.has(scene)) };
}
