import type { CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import type { DataSource } from 'typeorm';
import { CriteriaSet } from '../../src/features/criteria/criteria-set.entity';
import { digestOf } from '../../src/platform/digest/digest';
import { aPerson } from './actor.factory';
import { aGroup, unused } from './agency.factory';
import { APPRAISED_SET } from './criteria-set.fixture';

/** Saves a published set under an unused code: a small one with every source and section, unless told otherwise. */
export async function aCriteriaSet(
  db: DataSource,
  overrides: Partial<Omit<CriteriaSet, 'document'>> & { readonly document?: CriteriaSetDocument } = {},
): Promise<CriteriaSet> {
  const document = overrides.document ?? { ...APPRAISED_SET, code: overrides.code ?? unused('bo') };
  const { code, year, title, appliesTo: groupCode } = document;
  await aGroup(db, overrides.groupCode ?? groupCode);
  const createdBy = overrides.createdBy ?? (await aPerson(db)).id;
  const derived = {
    code,
    year,
    title,
    groupCode,
    versionNumber: 1,
    state: 'published' as const,
    digest: digestOf(document),
    leafCount: 8,
    createdBy,
    savedBy: createdBy,
  };
  return db.manager.save(db.manager.create(CriteriaSet, { ...derived, ...overrides, document }));
}
