import { Injectable } from '@nestjs/common';
import { type Actor, type CriteriaSetCheckView, type CriteriaSetQuery, type CriteriaSetSummary, type CriteriaSetView } from '@par-index/contract';
import { compileCriteriaSet, type CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSet } from './criteria-set.entity';
import { CriteriaReview } from './criteria-review.service';
import { toSummary, toView } from './criteria-set.mapper';
import { type CriteriaSetHead, CriteriaSetRepository, type SetScope } from './criteria-set.repository';
import { reissuedFor } from './reissued';

@Injectable()
export class CriteriaService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: CriteriaSetRepository,
    private readonly reviewing: CriteriaReview,
  ) {}

  async list(actor: Actor, query: CriteriaSetQuery = {}): Promise<readonly CriteriaSetSummary[]> {
    return (await this.sets.list(this.dataSource.manager, scopeOf(actor), query)).map(toSummary);
  }

  /** A draft with all that is found in it; any other version with what is still worth a look. Refuses a draft to whoever may not edit sets. */
  get(actor: Actor, id: string): Promise<CriteriaSetView> {
    return this.view(this.dataSource.manager, actor, id);
  }

  async view(em: EntityManager, actor: Actor, id: string): Promise<CriteriaSetView> {
    const row = await this.sets.getView(em, id, scopeOf(actor));
    const { findings } = row.state === 'draft' ? await this.reviewing.review(em, row.document) : this.reviewing.byItself(row.document);
    return toView(actor, row, findings);
  }

  /** Everything that is wrong with a document, and whether it could be published. Stores nothing. */
  async check(document: unknown): Promise<CriteriaSetCheckView> {
    const { findings, set } = await this.reviewing.review(this.dataSource.manager, document);
    return { valid: set !== null, findings };
  }

  /**
   * Stores a document as the next version of its code, ready for a cycle. Refuses a bad one with every finding, one whose group
   * does not exist, and one that is the newest version already. Versions that no cycle uses are superseded by it.
   */
  async load(actor: Actor, document: unknown): Promise<CriteriaSetView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const set = await this.reviewing.getSound(tx.em, document);
      const next = await this.nextVersion(tx, set);
      const { id } = await this.store(tx, { actor, set, ...next });
      return this.view(tx.em, actor, id);
    });
  }

  /** The number that a document gets under its code, which is locked from now on. Refuses what is the newest version already. */
  async nextVersion(tx: Transaction, set: CriteriaSetDocument): Promise<NextNumber> {
    await this.sets.lockCode(tx.em, set.code);
    const newest = await this.sets.findNewest(tx.em, set.code);
    const digest = digestOf(set);
    if (newest?.digest === digest) {
      throw new DomainError('record.duplicate', { versionNumber: newest.versionNumber });
    }
    return { digest, versionNumber: (newest?.versionNumber ?? 0) + 1, predecessorId: newest?.id ?? null };
  }

  /** What `reissue` would store, or take. */
  async previewReissue(em: EntityManager, id: string, year: number): Promise<Reissue> {
    const set = reissuedFor(year, (await this.sets.get(em, id)).document);
    const digest = digestOf(set);
    const newest = await this.sets.findNewest(em, set.code);
    const isThere = newest?.digest === digest && newest.state !== 'superseded';
    return { set, digest, existing: isThere ? newest : null, versionNumber: isThere ? newest.versionNumber : (newest?.versionNumber ?? 0) + 1 };
  }

  /** A set issued again for another year: the same criteria under the code and title of that year, as the next version of that code. One that is there already is taken. */
  async reissue(tx: Transaction, actor: Actor, id: string, year: number): Promise<Pick<CriteriaSet, 'id' | 'groupCode'>> {
    const { set } = await this.previewReissue(tx.em, id, year);
    await this.sets.lockCode(tx.em, set.code);
    const { digest, existing, versionNumber } = await this.previewReissue(tx.em, id, year);
    return existing ?? (await this.store(tx, { actor, set, digest, versionNumber, predecessorId: id }));
  }

  /** Freezes sets for good, because a cycle that uses them opens. Refuses one that is not published with `cycle.set-invalid`. */
  async freeze(tx: Transaction, ids: readonly string[], cycleId: string): Promise<void> {
    for (const set of await this.sets.lockAll(tx.em, ids)) {
      if (set.state === 'frozen') {
        continue;
      }
      if (set.state !== 'published') {
        throw new DomainError('cycle.set-invalid', { code: set.code, versionNumber: set.versionNumber });
      }
      await moveTo(tx, set, 'frozen');
      await tx.audit('criteria-set.frozen', { id: set.id, cycleId }, { code: set.code, versionNumber: set.versionNumber });
    }
  }

  /** A frozen version that no cycle uses any more gives way to the one that took its place. */
  async retire(tx: Transaction, id: string, by: Pick<CriteriaSet, 'versionNumber'>): Promise<void> {
    const [set] = await this.sets.lockAll(tx.em, [id]);
    if (set) {
      await this.supersede(tx, set, by.versionNumber);
    }
  }

  /** The versions that this one takes the place of: those that no cycle has frozen. */
  async supersedeBefore(tx: Transaction, { code, versionNumber }: Pick<CriteriaSet, 'code' | 'versionNumber'>): Promise<void> {
    for (const former of await this.sets.listReplaceable(tx.em, code, versionNumber)) {
      await this.supersede(tx, former, versionNumber);
    }
  }

  private async supersede(tx: Transaction, former: CriteriaSetHead, by: number): Promise<void> {
    await moveTo(tx, former, 'superseded');
    await tx.audit('criteria-set.superseded', { id: former.id }, { code: former.code, versionNumber: former.versionNumber, by });
  }

  private async store(tx: Transaction, { actor, set, ...next }: NextVersion): Promise<CriteriaSet> {
    const { code, year, title, appliesTo: groupCode } = set;
    const leafCount = compileCriteriaSet(set).leaves.length;
    const row = { code, year, title, groupCode, state: 'published' as const, document: set, leafCount, ...next, createdBy: actor.id, savedBy: actor.id };
    const stored = await tx.em.save(tx.em.create(CriteriaSet, row));
    await tx.audit('criteria-set.loaded', { id: stored.id }, { code, versionNumber: next.versionNumber, digest: next.digest });
    await this.supersedeBefore(tx, stored);
    return stored;
  }
}

/** Drafts are seen by those who may edit sets. */
export const scopeOf = ({ permissions }: Pick<Actor, 'permissions'>): SetScope => ({ drafts: permissions.has('criteria-set.edit') });

/** A set as it would stand for another year. */
export interface Reissue {
  readonly set: CriteriaSetDocument;
  readonly digest: string;
  /** The version that says the same already. */
  readonly existing: Pick<CriteriaSet, 'id' | 'groupCode'> | null;
  readonly versionNumber: number;
}

/** Where a document comes to stand under its code. */
export interface NextNumber {
  readonly digest: string;
  readonly versionNumber: number;
  readonly predecessorId: string | null;
}

interface NextVersion extends NextNumber {
  readonly actor: Actor;
  readonly set: CriteriaSetDocument;
}

/** The row alone, not its document: what is frozen is not written again. */
async function moveTo({ em }: Transaction, { id }: CriteriaSetHead, state: CriteriaSet['state']): Promise<void> {
  await em.update(CriteriaSet, { id }, { state });
}
