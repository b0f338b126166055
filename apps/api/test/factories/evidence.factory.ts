import type { DataSource } from 'typeorm';
import { createHash } from 'node:crypto';
import { EvidenceBlob } from '../../src/features/evidence/evidence-blob.entity';
import { EvidenceDocument } from '../../src/features/evidence/evidence-document.entity';
import { EvidenceFile } from '../../src/features/evidence/evidence-file.entity';
import { EvidenceLink } from '../../src/features/evidence/evidence-link.entity';
import { aPerson } from './actor.factory';
import { unused } from './agency.factory';
import { inItsTime, WHILE_DRAFTING, WHILE_EXPLAINING } from './in-its-time';

/** Saves a document of an agency that is only described: with a number, without file and link, unless told otherwise. */
export async function aDocument(db: DataSource, agencyId: string, overrides: Partial<EvidenceDocument> = {}): Promise<EvidenceDocument> {
  const createdBy = overrides.createdBy ?? (await aPerson(db)).id;
  const fields = { title: 'Báo cáo cải cách hành chính', documentNumber: '12/BC-STP', issuedOn: '2026-06-30', issuer: 'Sở Tư pháp', url: null };
  return db.manager.save(db.manager.create(EvidenceDocument, { ...fields, ...overrides, agencyId, createdBy }));
}

/** Saves one version of a document's file, as if a PDF of 1,000 bytes with a content of its own lay in the store. */
export async function aFileVersion(db: DataSource, document: EvidenceDocument, fileVersion: number): Promise<EvidenceFile> {
  const sha256 = createHash('sha256').update(unused('content')).digest('hex');
  await db.manager.insert(EvidenceBlob, { sha256, bytes: '1000', mediaType: 'application/pdf' });
  const file = { documentId: document.id, fileVersion, sha256, fileName: `bao-cao-${fileVersion}.pdf`, createdBy: document.createdBy };
  return db.manager.save(db.manager.create(EvidenceFile, file));
}

/** Puts a document under criterion `1.1` of an assessment, unless told otherwise. */
export async function anEvidenceLink(
  db: DataSource,
  { documentId, assessmentId, ...overrides }: Pick<EvidenceLink, 'documentId' | 'assessmentId'> & Partial<EvidenceLink>,
): Promise<EvidenceLink> {
  const createdBy = overrides.createdBy ?? (await aPerson(db)).id;
  const fields = { code: '1.1', section: 'Mục II', page: 3, pinnedFileVersion: null, removedAt: null, removedBy: null };
  const moment = overrides.round === 'explanation' ? WHILE_EXPLAINING : WHILE_DRAFTING;
  return inItsTime(db, assessmentId, moment, (em) => em.save(em.create(EvidenceLink, { ...fields, ...overrides, documentId, assessmentId, createdBy })));
}
