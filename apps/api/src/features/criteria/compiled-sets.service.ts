import { Injectable } from '@nestjs/common';
import { compileCriteriaSet, type CompiledSet, type CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSet } from './criteria-set.entity';

/** More sets than a province uses in ten years. */
const KEPT = 32;

/**
 * Sets ready to score, each compiled once. A version's document never changes (a correction is another version), so its id is
 * enough to know it by; the one that was asked for longest ago makes room.
 */
@Injectable()
export class CompiledSets {
  private readonly sets = new Map<string, CompiledSet>();

  compiledSet(id: string, document: CriteriaSetDocument): CompiledSet {
    return this.kept(id) ?? this.keep(id, compileCriteriaSet(document));
  }

  /** As `compiledSet`, and reads the document only where the set is not at hand. Refuses an unknown id with `record.not-found`. */
  async load(em: EntityManager, id: string): Promise<CompiledSet> {
    const known = this.kept(id);
    if (known) {
      return known;
    }
    const set = await em.findOne(CriteriaSet, { where: { id }, select: { id: true, document: true } });
    if (!set) {
      throw new DomainError('record.not-found');
    }
    return this.compiledSet(id, set.document);
  }

  /** Several at once, by id, in one query at most. */
  async loadAll(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, CompiledSet>> {
    const wanted = [...new Set(ids)];
    const absent = wanted.filter((id) => !this.sets.has(id));
    const read =
      absent.length === 0
        ? []
        : await em.createQueryBuilder(CriteriaSet, 'set').select(['set.id', 'set.document']).whereInIds(absent).getMany();
    const documents = new Map(read.map((set) => [set.id, set.document]));
    return new Map(wanted.map((id) => [id, this.kept(id) ?? this.compiledSet(id, documentOf(documents, id))]));
  }

  private kept(id: string): CompiledSet | undefined {
    const set = this.sets.get(id);
    return set && this.keep(id, set);
  }

  private keep(id: string, set: CompiledSet): CompiledSet {
    this.sets.delete(id);
    this.sets.set(id, set);
    const [oldest] = this.sets.keys();
    if (this.sets.size > KEPT && oldest !== undefined) {
      this.sets.delete(oldest);
    }
    return set;
  }
}

function documentOf(documents: ReadonlyMap<string, CriteriaSetDocument>, id: string): CriteriaSetDocument {
  const document = documents.get(id);
  if (!document) {
    throw new DomainError('record.not-found');
  }
  return document;
}
