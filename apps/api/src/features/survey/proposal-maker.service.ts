import { Injectable } from '@nestjs/common';
import type { AgencyRef, RenewedProposals, SurveyMapping } from '@par-index/contract';
import { checkAnswer, type CompiledLeaf, type CompiledSet, scoreLeaf } from '@par-index/scoring';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/database/unit-of-work';
import { isInTree } from '../appraisal/rules.service';
import { CompiledSets } from '../criteria/compiled-sets.service';
import type { CampaignDetail } from './campaign.repository';
import { Campaigns } from './campaign.service';
import { type AgencyCounts, figureOfCounts, figureOfPercent, type ProposedAnswer, questionsOf } from './proposal-figure';
import { sourceWords } from './proposal-words';
import { type AgencyTally, type ExternalRow, type Fed, type NewestProposal, type NewProposal, ProposalRepository } from './proposal.repository';

/** What a campaign comes to for the index. */
export interface Outcome {
  readonly proposals: readonly NewProposal[];
  /** Agencies that get none, and why. */
  readonly without: readonly { readonly agency: AgencyRef; readonly code: string; readonly because: string }[];
}

interface Evidence {
  readonly campaign: CampaignDetail;
  readonly mappings: readonly SurveyMapping[];
  readonly fed: readonly Fed[];
  readonly tally: readonly AgencyTally[];
  readonly populations: ReadonlyMap<string, number | null>;
  readonly invited: number | null;
  readonly external: readonly ExternalRow[];
  readonly sets: ReadonlyMap<string, CompiledSet>;
}

/** Turns results into proposals of base figures: at the close, and again whenever what they come from has changed. */
@Injectable()
export class ProposalMaker {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly proposals: ProposalRepository,
    private readonly sets: CompiledSets,
  ) {}

  /** What changed is proposed anew and supersedes what is open in its place; what stays the same is left alone, accepted or not. */
  async renew(tx: Transaction, campaignId: string): Promise<RenewedProposals> {
    const campaign = await this.campaigns.detail(campaignId, tx.em);
    if (campaign.cycleId === null || (await isPublished(tx.em, campaign.cycleId))) {
      return { opened: 0, superseded: 0, unchanged: 0 };
    }
    const { proposals } = await this.outcome(tx.em, campaign);
    const newest = await this.proposals.listNewest(tx.em, campaignId);
    const changed = proposals.filter((proposal) => !isStanding(newest, proposal));
    const vanished = newest.filter((one) => one.state === 'open' && !proposals.some((proposal) => isSamePlace(one, proposal)));
    const superseded = await this.proposals.supersede(tx.em, [...changed, ...vanished].map(({ assessmentId, code }) => ({ assessmentId, code })));
    await this.proposals.insert(tx.em, campaignId, changed);
    if (changed.length > 0 || superseded > 0) {
      await tx.audit('survey.proposed', { id: campaignId, cycleId: campaign.cycleId }, { opened: changed.length, superseded });
    }
    return { opened: changed.length, superseded, unchanged: proposals.length - changed.length };
  }

  /** What would be proposed now, and for whom nothing can be. */
  async outcome(em: EntityManager, campaign: CampaignDetail): Promise<Outcome> {
    const evidence = await this.read(em, campaign);
    const parts = evidence.mappings.flatMap((mapping) => evidence.fed.filter(({ agencyGroup }) => agencyGroup === mapping.agencyGroup).map((fed) => proposed(evidence, mapping, fed)));
    return { proposals: parts.flatMap(({ proposal }) => proposal ?? []), without: parts.flatMap(({ without }) => without ?? []) };
  }

  /** What the criteria are called, in the order of the rows. */
  async titlesOf(em: EntityManager, rows: readonly { readonly criteriaSetId: string; readonly code: string }[]): Promise<readonly string[]> {
    const sets = await this.sets.loadAll(em, rows.map(({ criteriaSetId }) => criteriaSetId));
    return rows.map(({ criteriaSetId, code }) => sets.get(criteriaSetId)?.leaf(code)?.title ?? code);
  }

  private async read(em: EntityManager, campaign: CampaignDetail): Promise<Evidence> {
    const mappings = await this.proposals.listMappings(em, campaign.id);
    const fed = campaign.cycleId === null ? [] : await this.proposals.listFed(em, campaign.cycleId);
    const populations = await this.proposals.listPopulations(em, campaign.id);
    const [row]: readonly { readonly invited: number }[] = await em.query(`select count(*)::int as invited from survey_invitation where campaign_id = $1 and state <> 'withdrawn'`, [campaign.id]);
    return {
      ...{ campaign, mappings, fed },
      tally: await this.proposals.listTally(em, campaign.id),
      populations: new Map(populations.map(({ agencyId, population }) => [agencyId, population])),
      invited: row && row.invited > 0 ? row.invited : null,
      external: await this.proposals.listExternal(em, campaign.id),
      sets: await this.sets.loadAll(em, fed.map(({ criteriaSetId }) => criteriaSetId)),
    };
  }
}

interface Proposed {
  readonly proposal?: NewProposal;
  readonly without?: Outcome['without'][number];
}

function proposed(evidence: Evidence, mapping: SurveyMapping, fed: Fed): Proposed {
  const { agency, assessmentId } = fed;
  const { code } = mapping;
  const because = (words: string): Proposed => ({ without: { agency, code, because: words } });
  const set = evidence.sets.get(fed.criteriaSetId);
  const leaf = set?.leaf(code);
  if (!set || !leaf) {
    return because('Bộ tiêu chí của cơ quan không có tiêu chí này.');
  }
  if (isInTree(code, fed.exempt)) {
    return because('Cơ quan được miễn tiêu chí này.');
  }
  const figure = figureOf(evidence, { mapping, leaf, agencyId: agency.id });
  if (typeof figure === 'string') {
    return because(figure);
  }
  if (checkAnswer(set, code, figure.answer).length > 0) {
    return because('Kết quả khảo sát không hợp với cách chấm của tiêu chí.');
  }
  const { points } = scoreLeaf(set, code, figure.answer);
  const { answer, percent, low, high, responses, source } = figure;
  return { proposal: { assessmentId, code, answer, percent, low, high, responses, source, points: points === null ? null : String(points) } };
}

interface Sought {
  readonly mapping: SurveyMapping;
  readonly leaf: CompiledLeaf;
  readonly agencyId: string;
}

type Figure = ProposedAnswer & { readonly responses: number | null; readonly source: string };

/** A figure from elsewhere stands before the forms. In words why there is none. */
function figureOf({ campaign, tally, populations, invited, external }: Evidence, { mapping, leaf, agencyId }: Sought): Figure | string {
  const elsewhere = external.find((row) => row.agencyId === agencyId && row.code === mapping.code);
  if (elsewhere) {
    const figure = figureOfPercent(leaf, elsewhere.percent);
    return figure ? { ...figure, responses: elsewhere.responses, source: sourceWords(campaign.title, { ...figure, responses: elsewhere.responses, from: elsewhere.source }) } : 'Cách chấm của tiêu chí không nhận tỷ lệ phần trăm.';
  }
  const questions = questionsOf(campaign.questionnaire, mapping.questions);
  const isRating = questions.some(({ itemId }) => itemId !== null);
  const counts = countsOf(tally.filter((row) => row.agencyId === agencyId && (mapping.groups.length === 0 || mapping.groups.includes(row.groupCode))), mapping, isRating ? invited : (populations.get(agencyId) ?? null));
  if (counts.forms < campaign.leastShown) {
    return `Có ít hơn ${campaign.leastShown} phiếu nên không đề xuất.`;
  }
  const figure = figureOfCounts(leaf, questions, counts);
  if (!figure) {
    return 'Không có phiếu nào cho ý kiến về nội dung này.';
  }
  return { ...figure, responses: counts.forms, source: sourceWords(campaign.title, { ...figure, responses: counts.forms, from: questions.map(({ key }) => key).join(', ') }) };
}

function countsOf(rows: readonly AgencyTally[], { questions }: SurveyMapping, population: number | null): AgencyCounts {
  const of = (key: string): readonly AgencyTally[] => rows.filter(({ question }) => question === key);
  const answered = questions.map((key) => of(key).filter(({ option }) => option === '').reduce((sum, { count }) => sum + count, 0)).filter((count) => count > 0);
  return { counts: questions.flatMap(of).filter(({ option }) => option !== ''), forms: answered.length === 0 ? 0 : Math.min(...answered), population };
}

const isSamePlace = (one: { readonly assessmentId: string; readonly code: string }, other: { readonly assessmentId: string; readonly code: string }): boolean => one.assessmentId === other.assessmentId && one.code === other.code;

/** Open, accepted or rejected with this very answer: nothing new is to be said. */
const isStanding = (newest: readonly NewestProposal[], proposal: NewProposal): boolean => newest.some((one) => isSamePlace(one, proposal) && one.state !== 'superseded' && isDeepStrictEqual(one.answer, proposal.answer));

async function isPublished(em: EntityManager, cycleId: string): Promise<boolean> {
  const rows: readonly unknown[] = await em.query(`select from cycle where id = $1 and phase = 'published'`, [cycleId]);
  return rows.length > 0;
}
