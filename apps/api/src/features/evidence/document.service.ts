import { Injectable } from '@nestjs/common';
import { type Actor, type DescribeEvidenceRequest, type EvidenceDocumentView, type Fields, holds } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { StoredFile } from '../../platform/files/evidence-store';
import type { Upload } from '../../platform/http/multipart';
import { DomainError } from '../../platform/problem/domain-error';
import { referenceOf, trimmed } from './attach-fields';
import { EvidenceDocument } from './evidence-document.entity';
import { EvidenceFile } from './evidence-file.entity';
import { EvidenceGate } from './evidence-gate.service';
import { EvidenceIntake } from './evidence-intake.service';
import { EvidenceRepository } from './evidence.repository';
import { toDocumentView } from './evidence-rows';
import { evidenceFileName } from './file-name';

const DESCRIBED = ['title', 'documentNumber', 'issuedOn', 'issuer'] as const;

/** The documents of an agency themselves, whatever they stand under. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly gate: EvidenceGate,
    private readonly intake: EvidenceIntake,
  ) {}

  /**
   * Describes a document anew: while everything that it supports is open, for the description is read wherever it stands. Refuses to
   * take away the number that alone makes it evidence.
   */
  describe(actor: Actor, id: string, version: number, request: DescribeEvidenceRequest): Promise<EvidenceDocumentView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const document = await this.lockOwn(tx.em, actor, id, version);
      await this.gate.assertAllOpen(tx.em, actor, await this.evidence.listStandings(tx.em, id, 'all'));
      const { url, sha256 } = await this.evidence.getDocument(tx.em, id);
      const after = trimmed(request, document.title);
      if (sha256 === null) {
        referenceOf(url, after.documentNumber);
      }
      await this.bump(tx.em, document, after);
      await tx.audit('evidence.described', { id }, changesOf(document, { ...after }));
      return toDocumentView(await this.evidence.getDocument(tx.em, id));
    });
  }

  /** To be asked before the body of a replacement is read; without a version where none was read yet. */
  async assertReplaceable(actor: Actor, id: string, version?: number): Promise<void> {
    const em = this.dataSource.manager;
    const document = await em.findOneBy(EvidenceDocument, { id });
    assertOwn(actor, document, version ?? document?.version ?? 0);
    await this.gate.assertAllOpen(em, actor, await this.evidence.listStandings(em, id, 'loose'));
  }

  /**
   * Puts a new file in the place of the newest, which is kept. What was submitted with a former one keeps it. A file with the very
   * same content changes nothing.
   */
  async replace(actor: Actor, id: string, version: number, upload: Upload): Promise<EvidenceDocumentView> {
    return this.intake.take(actor, upload.file, (tx, stored) => this.replaceStored(tx, actor, { id, version }, { ...stored, name: upload.fileName }));
  }

  /** The same with a file that lies in the store already, in a transaction that has been begun. */
  async replaceStored(tx: Transaction, actor: Actor, { id, version }: DocumentVersion, stored: NamedFile): Promise<EvidenceDocumentView> {
    const document = await this.lockOwn(tx.em, actor, id, version);
    await this.gate.assertAllOpen(tx.em, actor, await this.evidence.listStandings(tx.em, id, 'loose'));
    const before = await this.evidence.getDocument(tx.em, id);
    if (before.sha256 !== stored.sha256) {
      await this.addFile(tx.em, actor, { ...stored, documentId: id, fileVersion: (before.fileVersion ?? 0) + 1 });
      await this.bump(tx.em, document, {});
      await tx.audit('evidence.replaced', { id }, { before: before.sha256, after: stored.sha256 });
    }
    return this.view(id, tx.em);
  }

  /** The document as it stands, for whoever has just been let in. */
  async view(id: string, em: EntityManager = this.dataSource.manager): Promise<EvidenceDocumentView> {
    return toDocumentView(await this.evidence.getDocument(em, id));
  }

  private async addFile(em: EntityManager, actor: Actor, file: NewFile): Promise<void> {
    const { documentId, fileVersion, sha256, mediaType, name } = file;
    await em.insert(EvidenceFile, { documentId, fileVersion, sha256, fileName: evidenceFileName(name, mediaType), createdBy: actor.id });
  }

  private async lockOwn(em: EntityManager, actor: Actor, id: string, version: number): Promise<EvidenceDocument> {
    const document = await lockOne(em, EvidenceDocument, { id });
    return assertOwn(actor, document, version);
  }

  private async bump(em: EntityManager, { id }: EvidenceDocument, fields: Partial<EvidenceDocument>): Promise<void> {
    await em.createQueryBuilder().update(EvidenceDocument).set({ ...fields, version: () => 'version + 1' }).where({ id }).updateEntity(false).execute();
  }
}

/** A document in the version that the caller read. */
export interface DocumentVersion {
  readonly id: string;
  readonly version: number;
}

export interface NamedFile extends StoredFile {
  readonly name: string;
}

interface NewFile extends NamedFile {
  readonly documentId: string;
  readonly fileVersion: number;
}

/** Another agency's document is answered like one that is not there. */
function assertOwn(actor: Actor, document: EvidenceDocument | null, version: number): EvidenceDocument {
  if (!document || !holds(actor, ['agency-officer'], document.agencyId)) {
    throw new DomainError('record.not-found');
  }
  if (document.version !== version) {
    throw new DomainError('record.version-stale', { version: document.version });
  }
  return document;
}

/** Only the fields that differ. */
function changesOf(document: EvidenceDocument, after: Fields): { readonly before: Fields; readonly after: Fields } {
  const changed = DESCRIBED.filter((name) => document[name] !== after[name]);
  return {
    before: Object.fromEntries(changed.map((name) => [name, document[name]])),
    after: Object.fromEntries(changed.map((name) => [name, after[name]])),
  };
}
