import { Injectable } from '@nestjs/common';
import {
  type Actor,
  UNFINISHED_UPLOADS,
  UPLOAD_DAYS,
  type UploadMetadata,
  type UploadView,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config';
import { lockOne } from '../../platform/database/lock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ResumableUploads } from '../../platform/files/resumable-uploads';
import { DomainError } from '../../platform/problem/domain-error';
import { DocumentService } from './document.service';
import { EvidenceGate } from './evidence-gate.service';
import { EvidenceUpload } from './evidence-upload.entity';
import { UploadFiles } from './upload-files';

const DAY = 24 * 60 * 60 * 1000;

/** Uploads that may be interrupted: begun for one place by one person, who is asked for it again with every part. */
@Injectable()
export class UploadService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly gate: EvidenceGate,
    private readonly documents: DocumentService,
    private readonly files: UploadFiles,
  ) {}

  get bytesOf(): ResumableUploads {
    return this.files.store;
  }

  /** Records an upload that is about to begin, and answers its id. Refuses what could not be attached, and one too many. */
  async begin(actor: Actor, metadata: UploadMetadata, bytes: number): Promise<string> {
    await this.assertTarget(actor, metadata.assessmentId === undefined ? { documentId: metadata.documentId ?? '' } : { assessmentId: metadata.assessmentId, code: metadata.code ?? '' });
    return this.unitOfWork.run(actor, async ({ em, now }) => {
      await this.assertQuota(em, actor, bytes);
      const { filename: fileName, assessmentId = null, code = null, documentId = null } = metadata;
      const fields = { fileName, assessmentId, code, documentId, bytes: String(bytes), createdBy: actor.id };
      const upload = em.create(EvidenceUpload, { ...fields, expiresAt: new Date(now.getTime() + UPLOAD_DAYS * DAY), finishedAt: null, linkId: null });
      await em.insert(EvidenceUpload, upload);
      return upload.id;
    });
  }

  /** Somebody else's upload is answered like one that is not there. */
  async getOwn(actor: Actor, id: string): Promise<EvidenceUpload> {
    return assertOwn(actor, await this.dataSource.manager.findOneBy(EvidenceUpload, { id }));
  }

  /** To be asked before a part is read: the place may have closed since the upload began. */
  async assertOpen(actor: Actor, id: string): Promise<void> {
    const upload = await this.getOwn(actor, id);
    await this.assertTarget(actor, upload.documentId === null ? { assessmentId: upload.assessmentId ?? '', code: upload.code ?? '' } : { documentId: upload.documentId });
  }

  /** Forgets an upload that its person gives up. Its bytes are the caller's to remove. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async ({ em }) => {
      assertUnfinished(assertOwn(actor, await lockOne(em, EvidenceUpload, { id })));
      await em.delete(EvidenceUpload, { id });
    });
  }

  /** What the actor has begun and not finished, newest first. */
  async list(actor: Actor): Promise<readonly UploadView[]> {
    const rows: readonly EvidenceUpload[] = await this.dataSource.manager
      .createQueryBuilder(EvidenceUpload, 'u')
      .where('u.createdBy = :id and u.finishedAt is null and u.expiresAt > now()', { id: actor.id })
      .orderBy('u.createdAt', 'DESC')
      .getMany();
    return Promise.all(rows.map(async (row) => viewOf(row, (await this.files.store.received(row.id)) ?? 0)));
  }

  private async assertTarget(actor: Actor, target: { readonly documentId: string } | { readonly assessmentId: string; readonly code: string }): Promise<void> {
    if ('documentId' in target) {
      await this.documents.assertReplaceable(actor, target.documentId);
    } else {
      await this.gate.assertOpen(this.dataSource.manager, actor, target);
    }
  }

  /** One person's beginnings wait for each other, so that many at once are not more than allowed. */
  private async assertQuota(em: EntityManager, actor: Actor, bytes: number): Promise<void> {
    await em.query(`select pg_advisory_xact_lock(hashtextextended('evidence-upload ' || $1, 0))`, [actor.id]);
    const rows: readonly { readonly begun: number; readonly bytes: string }[] = await em.query(
      `select count(*)::int as begun, coalesce(sum(bytes), 0) as bytes from evidence_upload where created_by = $1 and finished_at is null and expires_at > now()`,
      [actor.id],
    );
    const { begun, bytes: already } = rows[0] ?? { begun: 0, bytes: '0' };
    if (begun >= UNFINISHED_UPLOADS.most || Number(already) + bytes > UNFINISHED_UPLOADS.timesLargest * this.config.maxEvidenceBytes) {
      throw new DomainError('upload.quota', { most: UNFINISHED_UPLOADS.most });
    }
  }
}

/** Somebody else's is not there; one that is past its day has nothing left to go on with. */
export function assertOwn(actor: Actor, upload: EvidenceUpload | null): EvidenceUpload {
  if (!upload || upload.createdBy !== actor.id) {
    throw new DomainError('record.not-found');
  }
  if (upload.finishedAt === null && upload.expiresAt.getTime() <= Date.now()) {
    throw new DomainError('upload.expired');
  }
  return upload;
}

function assertUnfinished({ finishedAt }: EvidenceUpload): void {
  if (finishedAt !== null) {
    throw new DomainError('record.not-found');
  }
}

const viewOf = ({ id, fileName, bytes, assessmentId, code, documentId, createdAt, expiresAt }: EvidenceUpload, received: number): UploadView => ({
  ...{ id, fileName, bytes: Number(bytes), received, assessmentId, code, documentId },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
