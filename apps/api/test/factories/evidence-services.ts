import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { AttachmentService } from '../../src/features/evidence/attachment.service';
import { DocumentService } from '../../src/features/evidence/document.service';
import { EvidenceContentService } from '../../src/features/evidence/evidence-content.service';
import { EvidenceIntake } from '../../src/features/evidence/evidence-intake.service';
import { EvidenceRepository } from '../../src/features/evidence/evidence.repository';
import { configFrom } from '../../src/platform/config/config';
import { DiskEvidenceStore } from '../../src/platform/files/disk-evidence-store';
import type { Upload } from '../../src/platform/http/multipart';
import { assessmentServices } from './assessment-services';

/** The services of evidence as the modules put them together, on a test database and a store in a folder of its own. */
export async function evidenceServices(db: DataSource) {
  const around = assessmentServices(db);
  const { gate, unitOfWork } = around;
  const folder = mkdtempSync(join(tmpdir(), 'par-evidence-'));
  const store = await DiskEvidenceStore.in(folder);
  const config = configFrom({ DATABASE_URL: 'postgres://unused', SESSION_SECRET: 'x'.repeat(32), PAR_DATA_DIR: folder });
  const repository = new EvidenceRepository();
  const intake = new EvidenceIntake(store, unitOfWork, config);
  return {
    ...around,
    folder,
    store,
    intake,
    attachments: new AttachmentService(db, unitOfWork, repository, gate, intake),
    documents: new DocumentService(db, unitOfWork, repository, gate, intake),
    content: new EvidenceContentService(db, repository, gate, store),
  };
}

/** A file on its way, with the fields before it. */
export const anUpload = (content: Buffer, fileName = 'bao-cao.pdf', fields: object = {}): Upload => ({
  fields: new Map([['description', JSON.stringify({ title: 'Báo cáo', documentNumber: '', issuedOn: null, issuer: '', section: '', page: null, ...fields })]]),
  fileName,
  file: Readable.from([content]),
});
