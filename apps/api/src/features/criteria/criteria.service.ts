import { Injectable } from '@nestjs/common';
import type { Actor, CriteriaSetCheckView, CriteriaSetSummary, CriteriaSetView } from '@par-index/contract';
import { checkCriteriaSet, compileCriteriaSet, type CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSet } from './criteria-set.entity';
import { toFieldError, toFindingView, toSummary, toView } from './criteria-set.mapper';
import { type CriteriaSetHead, CriteriaSetRepository } from './criteria-set.repository';
import { reissuedFor } from './reissued';

@Injectable()
export class CriteriaService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: CriteriaSetRepository,
  ) {}

  async list(): Promise<readonly CriteriaSetSummary[]> {
    return (await this.sets.list(this.dataSource.manager)).map(toSummary);
  }

  async get(id: string): Promise<CriteriaSetView> {
    return toView(await this.sets.get(this.dataSource.manager, id));
  }

  /** Everything that is wrong with a document, and whether it could be loaded. Stores nothing. */
  check(document: unknown): CriteriaSetCheckView {
    const { findings, set } = checkCriteriaSet(document);
    return { valid: set !== null, findings: findings.map(toFindingView) };
  }

  /**
   * Stores a document as the next version of its code, ready for a cycle. Refuses a bad one with every finding, one whose group
   * does not exist, and one that is the newest version already. Versions that no cycle uses are superseded by it.
   */
  async load(actor: Actor, document: unknown): Promise<CriteriaSetView> {
    const set = soundSet(document);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.sets.lockCode(tx.em, set.code);
      await this.assertGroup(tx, set);
      const newest = await this.sets.findNewest(tx.em, set.code);
      const digest = digestOf(set);
      if (newest?.digest === digest) {
        throw new DomainError('record.duplicate', { versionNumber: newest.versionNumber });
      }
      const stored = await this.store(tx, { actor, set, digest, versionNumber: (newest?.versionNumber ?? 0) + 1 });
      await this.supersedeBefore(tx, stored);
      return toView(stored);
    });
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
    if (existing) {
      return existing;
    }
    const stored = await this.store(tx, { actor, set, digest, versionNumber });
    await this.supersedeBefore(tx, stored);
    return stored;
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

  private async assertGroup(tx: Transaction, { appliesTo }: CriteriaSetDocument): Promise<void> {
    if (!(await this.sets.groupExists(tx.em, appliesTo))) {
      const detail = `Chưa có nhóm cơ quan «${appliesTo}». Hãy sửa mã nhóm hoặc thêm nhóm trước khi nạp.`;
      throw new DomainError('criteria-set.group-unknown', { group: appliesTo }, [
        { pointer: '/appliesTo', code: 'criteria-set.group-unknown', detail },
      ]);
    }
  }

  private async store(tx: Transaction, { actor, set, digest, versionNumber }: NextVersion): Promise<CriteriaSet> {
    const { code, year, title, appliesTo: groupCode } = set;
    const leafCount = compileCriteriaSet(set).leaves.length;
    const row = {
      code,
      year,
      title,
      groupCode,
      versionNumber,
      state: 'published' as const,
      document: set,
      digest,
      leafCount,
      createdBy: actor.id,
    };
    const stored = await tx.em.save(tx.em.create(CriteriaSet, row));
    await tx.audit('criteria-set.loaded', { id: stored.id }, { code, versionNumber, digest });
    return stored;
  }

  private async supersedeBefore(tx: Transaction, { code, versionNumber }: CriteriaSet): Promise<void> {
    for (const former of await this.sets.listReplaceable(tx.em, code, versionNumber)) {
      await moveTo(tx, former, 'superseded');
      await tx.audit('criteria-set.superseded', { id: former.id }, { code, versionNumber: former.versionNumber, by: versionNumber });
    }
  }
}

/** A set as it would stand for another year. */
export interface Reissue {
  readonly set: CriteriaSetDocument;
  readonly digest: string;
  /** The version that says the same already. */
  readonly existing: Pick<CriteriaSet, 'id' | 'groupCode'> | null;
  readonly versionNumber: number;
}

interface NextVersion {
  readonly actor: Actor;
  readonly set: CriteriaSetDocument;
  readonly digest: string;
  readonly versionNumber: number;
}

function soundSet(document: unknown): CriteriaSetDocument {
  const { findings, set } = checkCriteriaSet(document);
  if (!set) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    throw new DomainError('criteria-set.invalid', { errors: errors.length }, errors.map(toFieldError));
  }
  return set;
}

/** The row alone, not its document: what is frozen is not written again. */
async function moveTo({ em }: Transaction, { id }: CriteriaSetHead, state: CriteriaSet['state']): Promise<void> {
  await em.update(CriteriaSet, { id }, { state });
}
