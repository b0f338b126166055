import { Injectable } from '@nestjs/common';
import { type Actor, agencySeesAppraisal, type ExplanationRevisionView, type ExplanationRoundView, type ExplanationView, type RemarkSide, remarkSideOf } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentReading, type Seen } from '../assessment/assessment-reading.service';
import { DifferenceContentsReader } from './difference-contents.service';
import { differencesInSight } from './difference-views';
import { ExplanationRepository } from './explanation.repository';
import { lockedBecause } from './locked-because';
import { NO_ROUND, RoundRepository } from './round.repository';

/** The explanation round of one assessment for reading, as far as the reader may see it. */
@Injectable()
export class ExplanationReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: AssessmentReading,
    private readonly contents: DifferenceContentsReader,
    private readonly explanations: ExplanationRepository,
    private readonly rounds: RoundRepository,
  ) {}

  /** Refuses with `record.not-found` what is not there and what is not the actor's to see. Before the phase opens nothing is told, to nobody. */
  async get(actor: Actor, assessmentId: string): Promise<ExplanationView> {
    const em = this.dataSource.manager;
    const seen = await this.reading.see(em, actor, assessmentId);
    const view = await this.reading.get(actor, assessmentId);
    const side = sideOf(actor, seen);
    const isOpened = agencySeesAppraisal(view.phase);
    const round = isOpened ? await this.rounds.view(em, assessmentId) : NO_ROUND;
    const locked = lockedBecause(actor, seen);
    const { cycleId, cycleTitle, phase, agency, state, criteriaSet, now, openActions, version } = view;
    return {
      ...{ assessmentId, cycleId, cycleTitle, phase, agency, state, criteriaSet, now, openActions, version, round },
      window: seen.record.explanation?.window ?? null,
      extended: seen.record.explanation?.extended ?? false,
      extension: seen.record.explanationExtension,
      differences: isOpened ? differencesInSight({ seen, view, side, round }, await this.contents.of(em, assessmentId, side)) : [],
      editable: locked === null,
      lockedBecause: locked,
    };
  }

  /** Every version of one explanation, newest first, for whoever may read it. */
  async history(actor: Actor, assessmentId: string, code: string): Promise<readonly ExplanationRevisionView[]> {
    const em = this.dataSource.manager;
    const seen = await this.reading.see(em, actor, assessmentId);
    if (!seen.shows(code) || !readsExplanations(sideOf(actor, seen), await this.rounds.view(em, assessmentId))) {
      throw new DomainError('record.not-found');
    }
    return this.explanations.listRevisions(em, assessmentId, code);
  }
}

const sideOf = (actor: Actor, { record }: Seen): RemarkSide => remarkSideOf(actor, record.agency.id) ?? 'appraisal';

/** What is not signed is the agency's own. */
const readsExplanations = (side: RemarkSide, { state }: ExplanationRoundView): boolean => side === 'agency' || state === 'submitted';
