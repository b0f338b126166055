import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { DomainError } from '../problem/domain-error';

interface Versioned extends ObjectLiteral {
  readonly version: number;
}

/** Refuses, with the current version, whoever read an older one. */
export function assertVersion(record: Versioned, version: number): void {
  if (record.version !== version) {
    throw new DomainError('record.version-stale', { version: record.version });
  }
}

/** Reads the one row for change, locked until the end of the transaction. Refuses with `record.not-found` where it is not there. */
export async function lockOne<T extends ObjectLiteral>(em: EntityManager, entity: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T> {
  const record = await em.findOne(entity, { where, lock: { mode: 'pessimistic_write' }, loadEagerRelations: false });
  if (!record) {
    throw new DomainError('record.not-found');
  }
  return record;
}

/** As `lockOne`, and refuses a version that somebody has changed meanwhile with `record.version-stale`. */
export async function lockVersion<T extends Versioned>(
  em: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
  version: number,
): Promise<T> {
  const record = await lockOne(em, entity, where);
  assertVersion(record, version);
  return record;
}
