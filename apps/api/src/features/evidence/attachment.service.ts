import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type EvidenceDescription,
  type EvidenceLinkView,
  type LinkEvidenceRequest,
  type PlaceEvidenceRequest,
  type ReferenceEvidenceRequest,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { isDuplicate } from '../../platform/database/retry';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { Upload } from '../../platform/http/multipart';
import { DomainError } from '../../platform/problem/domain-error';
import { attachFieldsOf, referenceOf, trimmed } from './attach-fields';
import { EvidenceDocument } from './evidence-document.entity';
import { EvidenceFile } from './evidence-file.entity';
import { EvidenceGate, type EvidencePlace, type OpenPlace } from './evidence-gate.service';
import { EvidenceIntake } from './evidence-intake.service';
import { EvidenceLink } from './evidence-link.entity';
import { EvidenceRepository } from './evidence.repository';
import { toLinkView } from './evidence-rows';
import { evidenceFileName } from './file-name';

interface Placing extends PlaceEvidenceRequest {
  readonly documentId: string;
  readonly sha256: string | null;
}

/** Documents under the criteria of an assessment: put there, moved, taken off. Each as the assessment is open for answers. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly gate: EvidenceGate,
    private readonly intake: EvidenceIntake,
  ) {}

  /** To be asked before the body of an upload is read: a refusal should not cost a transfer. */
  async assertOpen(actor: Actor, place: EvidencePlace): Promise<void> {
    await this.gate.assertOpen(this.dataSource.manager, actor, place);
  }

  /** Stores an uploaded file as a new document of the agency and puts it under the criterion. */
  async attach(actor: Actor, place: EvidencePlace, upload: Upload): Promise<EvidenceLinkView> {
    const fields = attachFieldsOf(upload.fields.get('description'));
    return this.intake.take(actor, upload.file, async (tx, { sha256, mediaType }) => {
      const open = await this.gate.assertOpen(tx.em, actor, place);
      const fileName = evidenceFileName(upload.fileName, mediaType);
      const documentId = await insertDocument(tx.em, actor, open, { ...trimmed(fields, fileName), url: null });
      await tx.em.insert(EvidenceFile, { documentId, fileVersion: 1, sha256, fileName, createdBy: actor.id });
      return this.put(tx, actor, open, { ...fields, documentId, sha256 });
    });
  }

  /** A link or a bare document number, as a new document of the agency, under the criterion. */
  async reference(actor: Actor, place: EvidencePlace, request: ReferenceEvidenceRequest): Promise<EvidenceLinkView> {
    const url = referenceOf(request.url, request.documentNumber);
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await this.gate.assertOpen(tx.em, actor, place);
      const description = trimmed(request, url ?? request.documentNumber.trim());
      const documentId = await insertDocument(tx.em, actor, open, { ...description, url });
      return this.put(tx, actor, open, { ...request, documentId, sha256: null });
    });
  }

  /** A document that the agency already has, under one more criterion. Refuses one that stands there already. */
  link(actor: Actor, place: EvidencePlace, request: LinkEvidenceRequest): Promise<EvidenceLinkView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await this.gate.assertOpen(tx.em, actor, place);
      const { id: documentId, agencyId, sha256 } = await this.evidence.getDocument(tx.em, request.documentId);
      if (agencyId !== open.agencyId) {
        throw new DomainError('record.not-found');
      }
      return this.put(tx, actor, open, { ...request, documentId, sha256 });
    });
  }

  /** Says anew where in the document to look. */
  place(actor: Actor, linkId: string, { section, page }: PlaceEvidenceRequest): Promise<EvidenceLinkView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { open, documentId } = await this.lockOpen(tx.em, actor, linkId);
      const place = { section: section.trim(), page };
      await tx.em.update(EvidenceLink, { id: linkId }, place);
      await tx.audit('evidence.placed', subjectOf(open), { code: open.code, documentId, ...place });
      return toLinkView(await this.evidence.getLink(tx.em, linkId));
    });
  }

  /** Takes a document off a criterion. Link, document and file are kept. */
  detach(actor: Actor, linkId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { open, documentId } = await this.lockOpen(tx.em, actor, linkId);
      await tx.em.update(EvidenceLink, { id: linkId }, { removedAt: tx.now, removedBy: actor.id });
      await tx.audit('evidence.detached', subjectOf(open), { code: open.code, documentId });
    });
  }

  /** The assessment first, then the link: whoever submits takes them in this order too. */
  private async lockOpen(em: EntityManager, actor: Actor, linkId: string): Promise<{ readonly open: OpenPlace; readonly documentId: string }> {
    const { assessmentId, code } = await this.evidence.getStanding(em, linkId);
    const open = await this.gate.assertOpen(em, actor, { assessmentId, code });
    const { documentId } = await this.evidence.lockLink(em, linkId);
    return { open, documentId };
  }

  private async put(tx: Transaction, actor: Actor, place: OpenPlace, placing: Placing): Promise<EvidenceLinkView> {
    const { assessmentId, code } = place;
    const { documentId, sha256, page } = placing;
    const link = tx.em.create(EvidenceLink, { documentId, assessmentId, code, section: placing.section.trim(), page, createdBy: actor.id });
    await insertOnce(tx.em, link);
    await tx.audit('evidence.attached', subjectOf(place), { code, documentId, sha256 });
    return toLinkView(await this.evidence.getLink(tx.em, link.id));
  }
}

const subjectOf = ({ assessmentId, cycleId }: OpenPlace) => ({ id: assessmentId, cycleId });

async function insertOnce(em: EntityManager, link: EvidenceLink): Promise<void> {
  try {
    await em.insert(EvidenceLink, link);
  } catch (error) {
    throw isDuplicate(error) ? new DomainError('record.duplicate') : error;
  }
}

async function insertDocument(
  em: EntityManager,
  actor: Actor,
  { agencyId }: OpenPlace,
  fields: EvidenceDescription & { readonly url: string | null },
): Promise<string> {
  const document = em.create(EvidenceDocument, { ...fields, agencyId, createdBy: actor.id });
  await em.insert(EvidenceDocument, document);
  return document.id;
}
