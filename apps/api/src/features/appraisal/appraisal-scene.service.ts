import { Injectable } from '@nestjs/common';
import type { Deciders, Layer, PersonRef } from '@par-index/contract';
import type { Answer, CompiledLeaf, CompiledSet } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { AppraisalRepository, type Assignment, type StandingLayer } from './appraisal.repository';
import type { AppraisalRecord } from './appraisal-record';
import { answerInForce, byCode, grouped, layersBelow } from './in-force';

/** Everything that a decision at one assessment depends on, read in a fixed number of queries. */
export class AppraisalScene {
  private readonly declared: ReadonlyMap<string, Answer | null>;
  private readonly layers: ReadonlyMap<string, readonly StandingLayer[]>;
  private readonly assigned: ReadonlyMap<string, Assignment>;

  constructor(
    readonly record: AppraisalRecord,
    readonly set: CompiledSet,
    /** Those that still count: not of exempt criteria. */
    readonly assignments: readonly Assignment[],
    stands: { readonly declared: readonly { readonly code: string; readonly answer: Answer | null }[]; readonly layers: readonly StandingLayer[] },
  ) {
    this.declared = new Map(stands.declared.map(({ code, answer }) => [code, answer]));
    this.layers = byCode(stands.layers);
    this.assigned = new Map(assignments.map((assignment) => [assignment.code, assignment]));
  }

  /** The agency that appraises the criterion here; null where nobody does, or it is exempt. */
  appraiserOf(code: string): string | null {
    return this.assigned.get(code)?.agencyId ?? null;
  }

  /** Who of that agency the criterion is given to; null where it is nobody's in particular. */
  personOf(code: string): PersonRef | null {
    return this.assigned.get(code)?.person ?? null;
  }

  /** Who of that agency decides it: the person and their stand-ins of today; null is everybody. */
  decidersOf(code: string): Deciders {
    const { person, standIns } = this.assigned.get(code) ?? { person: null, standIns: [] };
    return person && [person.id, ...standIns];
  }

  /** Whether the agency explained the criterion in a round that its head submitted. */
  isExplained(code: string): boolean {
    return this.assigned.get(code)?.explained ?? false;
  }

  declaredOf({ code, source }: Pick<CompiledLeaf, 'code' | 'source'>): Answer | null {
    return source === 'self' ? (this.declared.get(code) ?? null) : null;
  }

  layersOf(code: string): readonly StandingLayer[] {
    return this.layers.get(code) ?? [];
  }

  layerOf(code: string, layer: Layer): StandingLayer | null {
    return this.layersOf(code).find((one) => one.layer === layer) ?? null;
  }

  /** What is in force below a layer. */
  belowOf(leaf: CompiledLeaf, layer: Layer): Answer | null {
    return answerInForce(leaf.source, this.declaredOf(leaf), layersBelow(this.layersOf(leaf.code), layer));
  }

  inForceOf(leaf: CompiledLeaf): Answer | null {
    return answerInForce(leaf.source, this.declaredOf(leaf), this.layersOf(leaf.code));
  }

  /** The criteria that the agencies appraise here; all of them where none is named. */
  assignedTo(agencyIds?: readonly string[]): readonly string[] {
    return this.assignments.filter(({ agencyId }) => agencyIds === undefined || agencyIds.includes(agencyId)).map(({ code }) => code);
  }

  /** Of the agencies' criteria those that the person decides: their own, and what is nobody's in particular. */
  decidedBy(userId: string, agencyIds: readonly string[]): readonly string[] {
    return this.assignedTo(agencyIds).filter((code) => this.decidersOf(code)?.includes(userId) ?? true);
  }

  /** Those of the agencies' criteria that are decided in this layer: in appraisal 2 only what was explained. */
  toDecide(layer: Layer, agencyIds?: readonly string[]): readonly string[] {
    return this.assignedTo(agencyIds).filter((code) => layer !== 'appraisal-2' || this.isExplained(code));
  }

  /** Those of them that have no such layer yet. */
  undecided(layer: Layer, agencyIds?: readonly string[]): readonly string[] {
    return this.toDecide(layer, agencyIds).filter((code) => this.layerOf(code, layer) === null);
  }

  /** How far the agencies are with their criteria, after `written` were decided beside what was read. */
  progress(layer: Layer, agencyIds: readonly string[], written: readonly string[] = []): { readonly decided: number; readonly toDecide: number } {
    const open = this.undecided(layer, agencyIds).filter((code) => !written.includes(code));
    const toDecide = this.toDecide(layer, agencyIds).length;
    return { decided: toDecide - open.length, toDecide };
  }
}

@Injectable()
export class AppraisalScenes {
  constructor(
    private readonly appraisals: AppraisalRepository,
    private readonly sets: CompiledSets,
  ) {}

  async read(em: EntityManager, record: AppraisalRecord): Promise<AppraisalScene> {
    const [scene] = await this.readAll(em, [record]);
    if (!scene) {
      throw new Error('The scene of a record was not read');
    }
    return scene;
  }

  /** Of many assessments in as many queries as of one. */
  async readAll(em: EntityManager, records: readonly AppraisalRecord[]): Promise<readonly AppraisalScene[]> {
    const ids = records.map(({ id }) => id);
    const sets = await this.sets.loadAll(em, records.map(({ criteriaSetId }) => criteriaSetId));
    const assignments = byAssessment(await this.appraisals.listAssignments(em, ids));
    const declared = byAssessment(await this.appraisals.listDeclared(em, ids));
    const layers = byAssessment(await this.appraisals.listLayers(em, ids));
    return records.map((record) => {
      const counting = assignments.get(record.id) ?? [];
      const stands = { declared: declared.get(record.id) ?? [], layers: layers.get(record.id) ?? [] };
      return new AppraisalScene(record, loaded(sets.get(record.criteriaSetId)), counting, stands);
    });
  }
}

const byAssessment = <T extends { readonly assessmentId: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  grouped(items, ({ assessmentId }) => assessmentId);

function loaded(set: CompiledSet | undefined): CompiledSet {
  if (!set) {
    throw new Error('A criteria set was not loaded');
  }
  return set;
}
