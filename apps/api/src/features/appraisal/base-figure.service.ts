import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AppraisalLayerView,
  type BaseFigureRequest,
  baseFigureRefusalOf,
  type BaseFigureRow,
  belongsTo,
  type FieldError,
  holds,
  type ImportBaseFiguresRequest,
  type ImportedBaseFigures,
  type ProblemCode,
  problemDetail,
} from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { assertVersion } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { toLayerView } from './appraisal.mapper';
import { AppraisalRepository, type StandingLayer } from './appraisal.repository';
import { type AppraisalRecord, contextOf, isExempt } from './appraisal-record';
import { type BaseFigure, figureOf } from './base-figure';

/** The figure of one criterion at one agency, made on the version that the writer read; 0 where there was none. */
export interface BaseFigureCommand {
  readonly assessmentId: string;
  readonly code: string;
  readonly version: number;
  readonly request: BaseFigureRequest;
}

/** A figure that is proposed for one agency, with where it comes from. */
export interface ProposedFigure {
  readonly agencyId: string;
  readonly answer: BaseFigureRow['answer'];
  readonly reason: string;
}

interface Entry {
  readonly record: AppraisalRecord;
  readonly code: string;
  readonly former: StandingLayer | null;
  readonly figure: BaseFigure;
  readonly reason: string;
}

/**
 * Accepted figures of survey and imported criteria. Sở Nội vụ enters them for every agency but itself: the own agency beats every
 * role, so at the lead agency they are entered by the appraisers of its substitute.
 */
@Injectable()
export class BaseFigureService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appraisals: AppraisalRepository,
    private readonly sets: CompiledSets,
  ) {}

  enter(actor: Actor, { assessmentId, code, version, request }: BaseFigureCommand): Promise<AppraisalLayerView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const record = await this.appraisals.lock(tx.em, assessmentId);
      const refusal = await this.refusalOf(tx.em, actor, record);
      if (refusal) {
        throw new DomainError(refusal);
      }
      const former = await this.formerOf(tx.em, record.id, code);
      assertVersion({ version: former?.version ?? 0 }, version);
      const figure = figureOf({ set: await this.sets.load(tx.em, record.criteriaSetId), code, isExempt: isExempt(record, code) }, request.answer, '/answer');
      return toLayerView(await this.write(tx, { record, code, former, figure, reason: request.reason }));
    });
  }

  /** All rows or none; a row that changes nothing is left alone. Refuses with one line for each row that can't be taken. */
  import(actor: Actor, { cycleId, code }: { readonly cycleId: string; readonly code: string }, request: ImportBaseFiguresRequest): Promise<ImportedBaseFigures> {
    return this.unitOfWork.run(actor, async (tx) => {
      const records = await this.appraisals.lockOfAgencies(tx.em, cycleId, request.rows.map(({ agencyId }) => agencyId));
      const entries = await this.entriesOf(tx.em, actor, { code, request, records });
      const changed = entries.filter(({ former, figure }) => former === null || figure.changes(former.answer));
      for (const entry of changed) {
        await this.write(tx, entry);
      }
      const entered = changed.filter(({ former }) => former === null).length;
      return { code, entered, changed: changed.length - entered };
    });
  }

  /** What a survey proposes, within its transaction: all rows or none, each with words of its own. One that says what stands already changes nothing. */
  async enterProposed(tx: Transaction, actor: Actor, { cycleId, code }: { readonly cycleId: string; readonly code: string }, rows: readonly ProposedFigure[]): Promise<void> {
    const records = await this.appraisals.lockOfAgencies(tx.em, cycleId, rows.map(({ agencyId }) => agencyId));
    const request = { rows: rows.map(({ agencyId, answer }) => ({ agencyId, answer })), reason: '' };
    const entries = await this.entriesOf(tx.em, actor, { code, request, records });
    for (const [place, entry] of entries.entries()) {
      await this.write(tx, { ...entry, reason: rows[place]?.reason ?? '' });
    }
  }

  /** Why the actor may not enter figures of these assessments, by their ids; null where they may. */
  async refusals(em: EntityManager, actor: Actor, assessmentIds: readonly string[]): Promise<ReadonlyMap<string, ProblemCode | null>> {
    const records = await this.appraisals.listByIds(em, assessmentIds);
    const refusals = new Map<string, ProblemCode | null>();
    for (const record of records) {
      refusals.set(record.id, await this.refusalOf(em, actor, record));
    }
    return refusals;
  }

  private async entriesOf(em: EntityManager, actor: Actor, { code, request, records }: Import): Promise<readonly Entry[]> {
    const layers = await this.appraisals.listLayers(em, records.map(({ id }) => id));
    const sets = await this.sets.loadAll(em, records.map(({ criteriaSetId }) => criteriaSetId));
    const errors: FieldError[] = [];
    const entries: Entry[] = [];
    for (const [index, row] of request.rows.entries()) {
      const pointer = `/rows/${index}`;
      try {
        const record = await this.recordOf(em, actor, { row, rows: request.rows, records });
        const set = sets.get(record.criteriaSetId);
        const former = layers.find((layer) => layer.assessmentId === record.id && layer.code === code && layer.layer === 'base') ?? null;
        const figure = figureOf({ set: known(set), code, isExempt: isExempt(record, code) }, row.answer, `${pointer}/answer`);
        entries.push({ record, code, former, figure, reason: request.reason });
      } catch (error) {
        errors.push(...linesOf(error, `${pointer}/agencyId`));
      }
    }
    if (errors.length > 0) {
      throw new DomainError('request.invalid', {}, errors);
    }
    return entries;
  }

  private async recordOf(em: EntityManager, actor: Actor, { row, rows, records }: Sought): Promise<AppraisalRecord> {
    const record = records.find(({ agency }) => agency.id === row.agencyId);
    if (!record) {
      throw new DomainError('record.not-found');
    }
    if (rows.filter(({ agencyId }) => agencyId === row.agencyId).length > 1) {
      throw new DomainError('record.duplicate');
    }
    const refusal = await this.refusalOf(em, actor, record);
    if (refusal) {
      throw new DomainError(refusal);
    }
    return record;
  }

  private async refusalOf(em: EntityManager, actor: Actor, record: AppraisalRecord): Promise<ProblemCode | null> {
    if (belongsTo(actor, record.agency.id)) {
      return 'access.own-agency';
    }
    const refusal = baseFigureRefusalOf(actor, contextOf(record));
    if (refusal !== 'access.denied' || record.agency.id !== record.leadAgencyId) {
      return refusal;
    }
    const substitute = await this.appraisals.findSubstitute(em, record.cycleId, record.leadAgencyId);
    const standsIn = substitute !== null && holds(actor, ['appraiser'], substitute);
    return standsIn ? baseFigureRefusalOf({ grants: [{ role: 'home-affairs', agencyId: substitute }] }, contextOf(record)) : refusal;
  }

  private async formerOf(em: EntityManager, assessmentId: string, code: string): Promise<StandingLayer | null> {
    const layers = await this.appraisals.listLayers(em, [assessmentId]);
    return layers.find((layer) => layer.code === code && layer.layer === 'base') ?? null;
  }

  /** A figure that is there changes only with a reason. */
  private async write(tx: Transaction, { record, code, former, figure, reason }: Entry): Promise<StandingLayer> {
    if (former && reason.trim() === '' && figure.changes(former.answer)) {
      throw new DomainError('reason.required');
    }
    const entry = { code, kind: 'accept' as const, answer: figure.answer, points: figure.points, reason: reason.trim(), explanationWanted: false, question: '' };
    const decidedBy = tx.actor?.id ?? '';
    const [written] = await this.appraisals.writeLayers(tx.em, { assessmentId: record.id, layer: 'base', decidedBy, entries: [entry] });
    const line = { code, before: former?.answer ?? null, after: figure.answer, reason: reason.trim() };
    await tx.audit('base-figure.entered', { id: record.id, cycleId: record.cycleId }, line);
    return known(written);
  }
}

interface Import {
  readonly code: string;
  readonly request: ImportBaseFiguresRequest;
  readonly records: readonly AppraisalRecord[];
}

interface Sought {
  readonly row: BaseFigureRow;
  readonly rows: readonly BaseFigureRow[];
  readonly records: readonly AppraisalRecord[];
}

/** A refusal of one row as lines of the whole; anything else is not a refusal and goes on. */
function linesOf(error: unknown, pointer: string): readonly FieldError[] {
  if (!(error instanceof DomainError)) {
    throw error;
  }
  return error.errors.length > 0 ? error.errors : [{ pointer, code: error.code, detail: problemDetail(error.code) }];
}

function known<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('What was just written or read is not there');
  }
  return value;
}
