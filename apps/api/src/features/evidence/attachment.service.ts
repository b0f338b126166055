import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AnchorEvidenceRequest,
  type AttachFields,
  type EvidenceDescription,
  type EvidenceLinkView,
  type LinkEvidenceRequest,
  type PlaceEvidenceRequest,
  type ReferenceEvidenceRequest,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { isDuplicate } from '../../platform/database/retry';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { StoredFile } from '../../platform/files/evidence-store';
import type { Upload } from '../../platform/http/multipart';
import { DomainError } from '../../platform/problem/domain-error';
import { assertBoxes, replaceAnchors } from './anchors';
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

/** A file in the store, by the name and with the description that it was sent with. */
export interface Arrived {
  readonly stored: StoredFile;
  readonly fileName: string;
  readonly fields: AttachFields;
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
    return this.intake.take(actor, upload.file, (tx, stored) => this.attachStored(tx, actor, place, { stored, fileName: upload.fileName, fields }));
  }

  /** The same of a file that lies in the store already, in a transaction that has been begun. */
  async attachStored(tx: Transaction, actor: Actor, place: EvidencePlace, { stored, fileName: given, fields }: Arrived): Promise<EvidenceLinkView> {
    const { sha256, mediaType } = stored;
    const open = await this.gate.assertOpen(tx.em, actor, place);
    const fileName = evidenceFileName(given, mediaType);
    const documentId = await insertDocument(tx.em, actor, open, { ...trimmed(fields, fileName), url: null });
    await tx.em.insert(EvidenceFile, { documentId, fileVersion: 1, sha256, fileName, createdBy: actor.id });
    return this.put(tx, actor, open, { ...fields, documentId, sha256 });
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
      await tx.em.update(EvidenceLink, { id: linkId }, { ...place, late: open.late });
      await tx.audit('evidence.placed', subjectOf(open), { code: open.code, documentId, ...place });
      return toLinkView(await this.evidence.getLink(tx.em, linkId));
    });
  }

  /** Marks places in the document's file anew, all at once. Refuses a document without a file, and a box that lies beside its page. */
  async anchor(actor: Actor, linkId: string, { anchors }: AnchorEvidenceRequest): Promise<EvidenceLinkView> {
    assertBoxes(anchors);
    return this.unitOfWork.run(actor, async (tx) => {
      const { open, documentId } = await this.lockOpen(tx.em, actor, linkId);
      const before = await this.evidence.getLink(tx.em, linkId);
      const after = await replaceAnchors(tx.em, actor, before, anchors);
      await tx.em.update(EvidenceLink, { id: linkId }, { late: open.late });
      await tx.audit('evidence.anchored', subjectOf(open), { code: open.code, documentId, before: before.anchors, after });
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

  /** A link as it stands, for whoever has just been let in. */
  async view(linkId: string, em: EntityManager = this.dataSource.manager): Promise<EvidenceLinkView> {
    return toLinkView(await this.evidence.getLink(em, linkId));
  }

  /** The assessment first, then the link: whoever submits takes them in this order too. */
  private async lockOpen(em: EntityManager, actor: Actor, linkId: string): Promise<{ readonly open: OpenPlace; readonly documentId: string }> {
    const { assessmentId, code, round } = await this.evidence.getStanding(em, linkId);
    const open = await this.gate.assertOpen(em, actor, { assessmentId, code });
    if (open.round !== round) {
      throw new DomainError('assessment.state-illegal', { round });
    }
    const { documentId } = await this.evidence.lockLink(em, linkId);
    return { open, documentId };
  }

  private async put(tx: Transaction, actor: Actor, place: OpenPlace, placing: Placing): Promise<EvidenceLinkView> {
    const { assessmentId, code, round, late } = place;
    const { documentId, sha256, page } = placing;
    const link = tx.em.create(EvidenceLink, { documentId, assessmentId, code, round, late, section: placing.section.trim(), page, createdBy: actor.id });
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
