import { Injectable } from '@nestjs/common';
import { type Actor, agencySeesAppraisal, type AnswerRevision, type AppraisalLayerView, type AssessmentAction, type AssessmentContext, type AssessmentSummary, type AssessmentView, type HistoryLine, type Page, type PageQuery } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { EvidenceService } from '../evidence/evidence.service';
import { AnswerRepository } from './answer.repository';
import { type AssessmentRecord, contextOf } from './assessment-record';
import { type AssessmentContents, toSummary, toView } from './assessment.mapper';
import { type AssessmentFilter, AssessmentRepository, type Hold } from './assessment.repository';
import { getLeaf } from './declarable';
import { LayerRepository } from './layer.repository';
import { moveInWords } from './move-words';
import { appraisingAgencies, seesContent, seesLayer, type Sight, sightOf } from './sight';

export interface Seen {
  readonly record: AssessmentRecord;
  readonly sight: Sight;
  /** What the rules of the contract ask for. */
  readonly context: AssessmentContext;
  /** Whether the reader sees answer, evidence and appraisal of the criterion, as far as the phase has opened them. */
  readonly shows: (code: string) => boolean;
}

interface MoveRow {
  readonly at: Date;
  readonly by: string | null;
  readonly action: AssessmentAction;
  readonly late: boolean;
  readonly reason: string | null;
  /** Of a submission; written to the right of here. */
  readonly receipt: string | null;
}

/** Assessments for reading, each as far as the reader may see it. */
@Injectable()
export class AssessmentReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly assessments: AssessmentRepository,
    private readonly answers: AnswerRepository,
    private readonly layers: LayerRepository,
    private readonly evidence: EvidenceService,
    private readonly compiled: CompiledSets,
  ) {}

  async list(actor: Actor, query: AssessmentFilter & PageQuery): Promise<Page<AssessmentSummary>> {
    const slice = sliceOf(query);
    const [rows, total] = await this.assessments.page(this.dataSource.manager, actor, query, slice);
    return pageOf(rows.map(toSummary), total, slice);
  }

  /** Refuses with `record.not-found` what is not there and what is not the actor's to see. */
  async get(actor: Actor, id: string): Promise<AssessmentView> {
    const em = this.dataSource.manager;
    const { record, sight } = await this.see(em, actor, id);
    return toView(actor, record, sight, await this.contentsOf(em, record));
  }

  /** Every move, newest first. Why an appraisal was closed is part of it: the agency reads that when it reads the appraisal. */
  async history(actor: Actor, id: string): Promise<readonly HistoryLine[]> {
    const em = this.dataSource.manager;
    const { record, sight } = await this.see(em, actor, id);
    const isEarly = sight.as === 'own' && !agencySeesAppraisal(record.phase);
    const rows: readonly MoveRow[] = await em.query(
      `select e.at, u.full_name || coalesce(' (thay mặt ' || f.full_name || ')', '') as by, e.payload->>'action' as action, (e.payload->>'late')::boolean as late, e.payload->>'reason' as reason, r.number as receipt
       from audit_event e left join user_account u on u.id = e.actor_id
         left join user_account f on f.id = (e.payload->>'actingFor')::uuid
         left join receipt r on r.assessment_id = e.subject_id and r.issued_at = e.at and e.payload->>'action' in ('submit', 'submit-explanation')
       where e.subject_id = $1 and e.event = 'assessment.moved' order by e.at desc`,
      [id],
    );
    return rows.map((row) => ({ at: row.at.toISOString(), by: row.by ?? 'Hệ thống', what: moveInWords(row), reason: isEarly && row.action === 'close-appraisal' ? null : row.reason, receipt: row.receipt }));
  }

  /** Every version of one answer, newest first, for whoever may see the answer. */
  async answerHistory(actor: Actor, id: string, code: string): Promise<readonly AnswerRevision[]> {
    const em = this.dataSource.manager;
    const { record, sight } = await this.see(em, actor, id);
    if (!seesContent(sight, record.state, code)) {
      throw new DomainError('record.not-found');
    }
    getLeaf(await this.compiled.load(em, record.criteriaSetId), code);
    return this.answers.listRevisions(em, id, code);
  }

  /**
   * Every version of the decisions on one criterion, newest first, for whoever may see the layer. The agency itself is shown what stood when the phase opened it,
   * and not what an appraiser had first thought.
   */
  async decisionHistory(actor: Actor, id: string, code: string): Promise<readonly AppraisalLayerView[]> {
    const em = this.dataSource.manager;
    const { record, sight } = await this.see(em, actor, id);
    if (!seesContent(sight, record.state, code)) {
      throw new DomainError('record.not-found');
    }
    getLeaf(await this.compiled.load(em, record.criteriaSetId), code);
    const versions = await this.layers.listRevisions(em, id, code);
    const shown = versions.filter((layer) => seesLayer(sight, record, layer));
    return sight.as === 'own' ? shown.filter(({ layer, version }) => !shown.some((other) => other.layer === layer && other.version > version)) : shown;
  }

  /** The assessment and as what the actor sees it; held until the end of the transaction where that is asked for. */
  async see(em: EntityManager, actor: Actor, id: string, hold: Hold = 'none'): Promise<Seen> {
    const record = await this.assessments.get(em, id, hold);
    const sight = await this.sightOf(em, actor, record);
    if (!sight) {
      throw new DomainError('record.not-found');
    }
    return { record, sight, context: contextOf(record), shows: (code) => seesContent(sight, record.state, code) };
  }

  /** As what the actor sees an assessment, or null where it is not theirs to see. */
  async sightOf(em: EntityManager, actor: Actor, record: AssessmentRecord): Promise<Sight | null> {
    const { id, state, agency } = record;
    const assigned = await this.assessments.listAssignedCodes(em, id, appraisingAgencies(actor, agency.id));
    return sightOf(actor, { agencyId: agency.id, state }, assigned);
  }

  private async contentsOf(em: EntityManager, record: AssessmentRecord): Promise<AssessmentContents> {
    return {
      set: await this.compiled.load(em, record.criteriaSetId),
      answers: await this.answers.list(em, record.id),
      evidence: await this.evidence.linksOf(em, record.id),
      evidenced: await this.evidence.evidencedCodes(em, record.id),
      layers: await this.layers.list(em, record.id),
      ...(await this.layers.listPrevious(em, record)),
    };
  }
}
