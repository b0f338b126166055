import { Injectable } from '@nestjs/common';
import type { Actor, SetDifferenceView, VersionRef } from '@par-index/contract';
import { addPoints, compareSets, type CriteriaSet as CriteriaSetDocument, differenceInWords, type SetDifference } from '@par-index/scoring';
import { DataSource } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSetRepository, type ViewRow } from './criteria-set.repository';
import { scopeOf } from './criteria.service';
import { topMaxima } from './document-parts';

/** What one version says otherwise than another, in words and numbers. */
@Injectable()
export class DifferenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sets: CriteriaSetRepository,
  ) {}

  /** Against its predecessor where no other is named; refuses with `record.not-found` where there is none. */
  async get(actor: Actor, id: string, otherId?: string): Promise<SetDifferenceView> {
    const em = this.dataSource.manager;
    const after = await this.sets.getView(em, id, scopeOf(actor));
    const beforeId = otherId ?? after.predecessorId;
    if (beforeId === null) {
      throw new DomainError('record.not-found');
    }
    const before = await this.sets.getView(em, beforeId, scopeOf(actor));
    const differences = compareSets(before.document, after.document);
    return {
      before: versionRef(before),
      after: versionRef(after),
      lines: differences.map((difference) => ({ difference, words: differenceInWords(difference) })),
      counts: countsOf(differences),
      total: { before: totalOf(before.document), after: totalOf(after.document) },
    };
  }
}

export const versionRef = ({ id, code, title, year, versionNumber }: Pick<ViewRow, keyof VersionRef>): VersionRef => ({ id, code, title, year, versionNumber });

const countsOf = (differences: readonly SetDifference[]): SetDifferenceView['counts'] => {
  const count = (kind: SetDifference['kind']): number => differences.filter((one) => one.kind === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
};

/** Of a draft, what of it can be added up. */
function totalOf(document: CriteriaSetDocument): number | null {
  try {
    return addPoints(topMaxima(document));
  } catch {
    return null;
  }
}
