import { Injectable } from '@nestjs/common';
import type { HintView } from '@par-index/contract';
import type { Answer, CompiledLeaf, CompiledSet } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { CompiledSets } from '../criteria/compiled-sets.service';
import type { HintSubject, PastYear } from './hint-facts';
import { HintRepository } from './hint.repository';
import type { DeclaredRow, DismissalRow, DocumentRow, GroupPointsRow, HintedAssessment, PastRow } from './hint-rows';
import { hintsOf } from './hints-of';

/** Finds the hints of many agencies or many criteria at once, in a number of queries that depends on neither. */
@Injectable()
export class HintFinding {
  constructor(
    private readonly hints: HintRepository,
    private readonly sets: CompiledSets,
  ) {}

  /** By assessment, of criteria `codes`; those that were put aside among them. All assessments are of one cycle. */
  async find(em: EntityManager, assessments: readonly HintedAssessment[], codes: readonly string[]): Promise<ReadonlyMap<string, readonly HintView[]>> {
    const found = await this.read(em, assessments, codes);
    return new Map(assessments.map((assessment) => [assessment.id, found.setOf(assessment).leaves.filter(({ code }) => codes.includes(code)).flatMap((leaf) => viewsOf(found, assessment, leaf))]));
  }

  /** Every criterion of the set that it is scored with. */
  async codesOf(em: EntityManager, { criteriaSetId }: HintedAssessment): Promise<readonly string[]> {
    return (await this.sets.load(em, criteriaSetId)).leaves.map(({ code }) => code);
  }

  private async read(em: EntityManager, assessments: readonly HintedAssessment[], codes: readonly string[]): Promise<Found> {
    const ids = assessments.map(({ id }) => id);
    const past = await this.hints.listPast(em, assessments.map(({ agencyId }) => agencyId), assessments[0]?.year ?? 0, codes);
    const sets = await this.sets.loadAll(em, [...assessments, ...past].map(({ criteriaSetId }) => criteriaSetId));
    return new Found(sets, {
      declared: await this.hints.listDeclared(em, ids),
      group: await this.hints.listGroupPoints(em, ids, codes),
      past,
      documents: await this.hints.listDocuments(em, ids, codes),
      dismissals: await this.hints.listDismissals(em, ids, codes),
    });
  }
}

interface Rows {
  readonly declared: readonly DeclaredRow[];
  readonly group: readonly GroupPointsRow[];
  readonly past: readonly PastRow[];
  readonly documents: readonly DocumentRow[];
  readonly dismissals: readonly DismissalRow[];
}

/** What was read, by where it stands. */
class Found {
  private readonly declared: ReadonlyMap<string, readonly DeclaredRow[]>;
  private readonly past: ReadonlyMap<string, readonly PastRow[]>;
  private readonly documents: ReadonlyMap<string, readonly DocumentRow[]>;
  private readonly dismissals: ReadonlyMap<string, DismissalRow>;

  constructor(
    private readonly sets: ReadonlyMap<string, CompiledSet>,
    private readonly rows: Rows,
  ) {
    this.declared = grouped(rows.declared, ({ assessmentId }) => assessmentId);
    this.past = grouped(rows.past, ({ agencyId, code }) => `${agencyId} ${code}`);
    this.documents = grouped(rows.documents, ({ assessmentId, code }) => `${assessmentId} ${code}`);
    this.dismissals = new Map(rows.dismissals.map((row) => [`${row.assessmentId} ${row.code} ${row.key}`, row]));
  }

  setOf({ criteriaSetId }: Pick<HintedAssessment, 'criteriaSetId'>): CompiledSet {
    const set = this.sets.get(criteriaSetId);
    if (!set) {
      throw new Error('A criteria set was not loaded');
    }
    return set;
  }

  subjectOf(assessment: HintedAssessment, leaf: CompiledLeaf): HintSubject {
    const { id, agencyId, cycleId, criteriaSetId, year, submittedAt } = assessment;
    const declared = this.declared.get(id) ?? [];
    const own = leaf.source === 'self' ? declared.find(({ code }) => code === leaf.code) : undefined;
    return {
      ...{ set: this.setOf(assessment), leaf, year, submittedAt, answer: own?.answer ?? null, points: own?.points ?? null },
      groupPoints: this.rows.group.find((row) => row.cycleId === cycleId && row.criteriaSetId === criteriaSetId && row.code === leaf.code)?.points ?? [],
      history: (this.past.get(`${agencyId} ${leaf.code}`) ?? []).map((row) => this.pastYearOf(row)),
      answers: new Map(declared.flatMap(({ code, answer }): readonly (readonly [string, Answer])[] => (answer ? [[code, answer]] : []))),
      documents: this.documents.get(`${id} ${leaf.code}`) ?? [],
    };
  }

  dismissalOf(assessmentId: string, code: string, key: string): DismissalRow | null {
    return this.dismissals.get(`${assessmentId} ${code} ${key}`) ?? null;
  }

  private pastYearOf({ year, points, answer, code, criteriaSetId }: PastRow): PastYear {
    return { year, points, answer, max: this.setOf({ criteriaSetId }).leaf(code)?.max ?? null };
  }
}

function viewsOf(found: Found, assessment: HintedAssessment, leaf: CompiledLeaf): readonly HintView[] {
  return hintsOf(found.subjectOf(assessment, leaf)).map(({ key, kind, sentence, linkId }) => {
    const dismissal = found.dismissalOf(assessment.id, leaf.code, key);
    return { key, kind, code: leaf.code, sentence, linkId, dismissal: dismissal && { reason: dismissal.reason, by: dismissal.by, at: dismissal.at.toISOString() } };
  });
}

/** Items by a key, each list in the order given. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(keyOf(item), [item]);
    }
  }
  return groups;
}
