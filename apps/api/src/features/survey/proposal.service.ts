import { Injectable } from '@nestjs/common';
import { type Actor, campaignRefusalOf, type DecideProposalsRequest, type ProblemCode, problemDetail, type RenewedProposals, type SurveyProposalsView, type SurveyProposalView } from '@par-index/contract';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { BaseFigureService } from '../appraisal/base-figure.service';
import { Campaigns, refuse } from './campaign.service';
import { ProposalMaker } from './proposal-maker.service';
import { ProposalRepository, type ProposalRow } from './proposal.repository';
import { SurveyCampaign } from './survey-campaign.entity';

/** Proposed base figures: read, accepted into the base layer, rejected, proposed anew. */
@Injectable()
export class Proposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly maker: ProposalMaker,
    private readonly proposals: ProposalRepository,
    private readonly figures: BaseFigureService,
  ) {}

  /** Who does not read surveys sees what they may decide, and nothing else: the substitute of the lead agency. */
  async list(actor: Actor, campaignId: string): Promise<SurveyProposalsView> {
    const em = this.dataSource.manager;
    const campaign = await this.campaigns.detail(campaignId);
    const rows = await this.proposals.list(em, campaignId);
    const refusals = await this.refusals(em, actor, rows);
    const titles = await this.maker.titlesOf(em, rows);
    const views = rows.map((row, place) => toView(row, titles[place] ?? row.code, refusals.get(row.assessmentId) ?? null));
    if (!actor.permissions.has('survey.read')) {
      return { proposals: views.filter(({ assessmentId }) => refusals.get(assessmentId) === null), without: [] };
    }
    return { proposals: views, without: campaign.state === 'closed' ? (await this.maker.outcome(em, campaign)).without : [] };
  }

  /**
   * All or none. The figures become base layers as if they were entered by hand, by the same rules, with the words of where they come from.
   * Refuses what is decided or superseded, and, without a reason, what would take another figure's place.
   */
  accept(actor: Actor, campaignId: string, { ids, reason }: DecideProposalsRequest): Promise<SurveyProposalsView> {
    return this.decided(actor, campaignId, async (tx) => {
      const { cycleId } = await lockOne(tx.em, SurveyCampaign, { id: campaignId });
      const rows = await this.lockOpen(tx, campaignId, ids);
      if (reason.trim() === '' && rows.some(({ standing, answer }) => standing !== null && !isDeepStrictEqual(standing, answer))) {
        throw new DomainError('reason.required');
      }
      for (const code of new Set(rows.map((row) => row.code))) {
        const figures = rows.filter((row) => row.code === code).map(({ agency, answer, source }) => ({ agencyId: agency.id, answer, reason: [source, reason.trim()].filter((words) => words !== '').join('. ') }));
        await this.figures.enterProposed(tx, actor, { cycleId: cycleId ?? '', code }, figures).catch(namingProposals(rows.filter((row) => row.code === code).map(({ id }) => ids.indexOf(id))));
      }
      await this.proposals.decide(tx.em, ids, { state: 'accepted', reason: reason.trim(), by: actor.id });
      await tx.audit('survey.proposals-decided', { id: campaignId, cycleId }, { accepted: true, ids, reason: reason.trim() });
    });
  }

  /** With a reason. What stands stays. */
  reject(actor: Actor, campaignId: string, { ids, reason }: DecideProposalsRequest): Promise<SurveyProposalsView> {
    return this.decided(actor, campaignId, async (tx) => {
      const { cycleId } = await lockOne(tx.em, SurveyCampaign, { id: campaignId });
      const rows = await this.lockOpen(tx, campaignId, ids);
      const refusal = [...(await this.refusals(tx.em, actor, rows)).values()].find((one) => one !== null);
      if (refusal) {
        throw new DomainError(refusal);
      }
      if (reason.trim() === '') {
        throw new DomainError('reason.required');
      }
      await this.proposals.decide(tx.em, ids, { state: 'rejected', reason: reason.trim(), by: actor.id });
      await tx.audit('survey.proposals-decided', { id: campaignId, cycleId }, { accepted: false, ids, reason: reason.trim() });
    });
  }

  renew(actor: Actor, campaignId: string): Promise<RenewedProposals> {
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await lockOne(tx.em, SurveyCampaign, { id: campaignId });
      refuse(campaignRefusalOf(actor, campaign, 'propose'));
      return this.maker.renew(tx, campaignId);
    });
  }

  private async decided(actor: Actor, campaignId: string, work: (tx: Transaction) => Promise<void>): Promise<SurveyProposalsView> {
    await this.unitOfWork.run(actor, work);
    return this.list(actor, campaignId);
  }

  private async lockOpen({ em }: Transaction, campaignId: string, ids: readonly string[]): Promise<readonly ProposalRow[]> {
    const rows = await this.proposals.lock(em, campaignId, ids);
    if (rows.length < ids.length) {
      throw new DomainError('record.not-found');
    }
    if (rows.some(({ state }) => state !== 'open')) {
      throw new DomainError('survey.proposal-settled');
    }
    return rows;
  }

  private refusals(em: EntityManager, actor: Actor, rows: readonly ProposalRow[]): Promise<ReadonlyMap<string, ProblemCode | null>> {
    return this.figures.refusals(em, actor, [...new Set(rows.map(({ assessmentId }) => assessmentId))]);
  }
}

/** Refusals name figures by their rows; whoever asked knows them by the ids that they sent. */
const namingProposals = (places: readonly number[]) => (error: unknown): never => {
  if (!(error instanceof DomainError)) {
    throw error;
  }
  const named = error.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/rows\/(\d+).*$/, (_, row: string) => `/ids/${places[Number(row)] ?? 0}`) }));
  throw new DomainError(error.code, error.params, named);
};

function toView({ criteriaSetId: _, decidedAt, ...row }: ProposalRow, title: string, refusal: ProblemCode | null): SurveyProposalView {
  return {
    ...row,
    title,
    decidedAt: decidedAt?.toISOString() ?? null,
    lockedBecause: row.state === 'open' ? (refusal === null ? null : problemDetail(refusal)) : problemDetail('survey.proposal-settled'),
  };
}
