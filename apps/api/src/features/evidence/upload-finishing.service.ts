import { Injectable } from '@nestjs/common';
import type { Actor, AttachUploadRequest, EvidenceDocumentView, EvidenceLinkView } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { StoredFile } from '../../platform/files/evidence-store';
import { DomainError } from '../../platform/problem/domain-error';
import { AttachmentService } from './attachment.service';
import { DocumentService } from './document.service';
import { EvidenceIntake } from './evidence-intake.service';
import { EvidenceUpload } from './evidence-upload.entity';
import { UploadFiles } from './upload-files';
import { assertOwn, UploadService } from './upload.service';

/** Makes evidence of an upload that is whole, by the same way in that every file takes. Asked again, it answers the same. */
@Injectable()
export class UploadFinishing {
  constructor(
    private readonly uploads: UploadService,
    private readonly intake: EvidenceIntake,
    private readonly attachments: AttachmentService,
    private readonly documents: DocumentService,
    private readonly files: UploadFiles,
  ) {}

  /** A new document under the criterion for which the upload was begun. */
  async attach(actor: Actor, id: string, fields: AttachUploadRequest): Promise<EvidenceLinkView> {
    const upload = await this.uploads.getOwn(actor, id);
    const { assessmentId, code, fileName } = upload;
    if (assessmentId === null || code === null) {
      throw new DomainError('record.not-found');
    }
    return this.takeIn(actor, upload, {
      assertOpen: () => this.uploads.assertOpen(actor, id),
      told: ({ linkId }, em) => this.attachments.view(linkId ?? '', em),
      record: async (tx, stored) => {
        const link = await this.attachments.attachStored(tx, actor, { assessmentId, code }, { stored, fileName, fields });
        await finish(tx, id, link.id);
        return link;
      },
    });
  }

  /** A new version of the document for which the upload was begun. */
  async replace(actor: Actor, id: string, version: number): Promise<EvidenceDocumentView> {
    const upload = await this.uploads.getOwn(actor, id);
    const { documentId, fileName: name } = upload;
    if (documentId === null) {
      throw new DomainError('record.not-found');
    }
    return this.takeIn(actor, upload, {
      assertOpen: () => this.documents.assertReplaceable(actor, documentId, version),
      told: (_, em) => this.documents.view(documentId, em),
      record: async (tx, stored) => {
        const view = await this.documents.replaceStored(tx, actor, { id: documentId, version }, { ...stored, name });
        await finish(tx, id, null);
        return view;
      },
    });
  }

  /** Two who finish one upload at once are told the same: whoever comes second finds it finished. */
  private async takeIn<T>(actor: Actor, upload: EvidenceUpload, becoming: Becoming<T>): Promise<T> {
    if (upload.finishedAt !== null) {
      return becoming.told(upload);
    }
    try {
      await becoming.assertOpen();
      return await this.takeWhole(actor, upload, becoming);
    } catch (error) {
      const again = await this.uploads.getOwn(actor, upload.id);
      if (again.finishedAt !== null) {
        return becoming.told(again);
      }
      throw error;
    }
  }

  private async takeWhole<T>(actor: Actor, { id, bytes }: EvidenceUpload, { told, record }: Becoming<T>): Promise<T> {
    if ((await this.files.store.received(id)) !== Number(bytes)) {
      throw new DomainError('upload.unfinished');
    }
    const taken = await this.intake.take(actor, this.files.store.open(id), async (tx, stored) => {
      const held = assertOwn(actor, await lockOne(tx.em, EvidenceUpload, { id }));
      return held.finishedAt === null ? record(tx, stored) : told(held, tx.em);
    });
    await this.files.store.remove(id);
    return taken;
  }
}

/** What an upload becomes: who is asked first, what is written, and what is told once it was written. */
interface Becoming<T> {
  readonly assertOpen: () => Promise<void>;
  readonly record: (tx: Transaction, stored: StoredFile) => Promise<T>;
  readonly told: (upload: EvidenceUpload, em?: EntityManager) => Promise<T>;
}

async function finish({ em, now }: Transaction, id: string, linkId: string | null): Promise<void> {
  await em.update(EvidenceUpload, { id }, { finishedAt: now, linkId });
}
