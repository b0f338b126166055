import { Injectable } from '@nestjs/common';
import type { VerificationView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { rowsOf } from './published-row';
import type { SnapshotDocument } from './snapshot-document';
import { type PublishedSheet, SnapshotRepository } from './snapshot.repository';
import { type StoredFigures, type StoredSnapshot, unreadable, verify } from './verification';

export interface VerifiedSnapshot extends VerificationView {
  readonly year: number;
  readonly edition: number;
}

/** Proves published results from what is stored of them alone: no other table is read. */
@Injectable()
export class Verification {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: SnapshotRepository,
  ) {}

  async verify(snapshotId: string): Promise<VerificationView> {
    const em = this.dataSource.manager;
    const stored = await this.snapshots.findDocument(em, snapshotId);
    if (!stored) {
      throw new DomainError('record.not-found');
    }
    const rows = (await this.snapshots.listSheets(em, snapshotId)).map(storedFigures);
    const snapshot: StoredSnapshot = { snapshotId, digest: stored.digest, document: stored.document, rows };
    try {
      return verify(snapshot, expectedFigures(stored.document));
    } catch (error) {
      return unreadable(snapshot, error);
    }
  }

  /** Every edition of every published cycle, or of those of one year, oldest first. */
  async verifyAll(year: number | null): Promise<readonly VerifiedSnapshot[]> {
    const verified: VerifiedSnapshot[] = [];
    for (const { id, ...edition } of await this.snapshots.listIds(this.dataSource.manager, year)) {
      verified.push({ ...edition, ...(await this.verify(id)) });
    }
    return verified;
  }
}

/** A row by what the database says of it. */
function storedFigures({ agency, ...figures }: PublishedSheet): StoredFigures {
  const { id: agencyId, code, name, shortName } = agency;
  return { agencyCode: code, figures: { ...figures, agencyId, name, shortName } };
}

/** The rows as the document makes them. */
function expectedFigures({ groups }: SnapshotDocument): readonly StoredFigures[] {
  return groups.flatMap((group) =>
    rowsOf(group).map(({ agency, result, fields, sheet }) => {
      const { code: agencyCode, nodes: _nodes, missing: _missing, ...figures } = result;
      const { id: agencyId, name, shortName } = agency;
      return { agencyCode, figures: { ...figures, groupCode: group.groupCode, fields, sheet, agencyId, name, shortName } };
    }),
  );
}
