import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type CreateDraftRequest,
  type CriteriaSetAction,
  criteriaSetRefusalOf,
  type CriteriaSetView,
  type DraftSavedView,
  type RevisionDeed,
} from '@par-index/contract';
import { compareSets, type CriteriaSet as CriteriaSetDocument, draftShapeErrors } from '@par-index/scoring';
import { lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaReview } from './criteria-review.service';
import { CriteriaService } from './criteria.service';
import { CriteriaSet } from './criteria-set.entity';
import { toFieldError, toFindingView } from './criteria-set.mapper';
import { CriteriaSetRepository } from './criteria-set.repository';
import { CriteriaSetRevision } from './criteria-set-revision.entity';
import { CriteriaSetRevisionRepository } from './criteria-set-revision.repository';
import { leavesIn, listedBy } from './document-parts';

/** A draft as the caller read it. */
export interface DraftPlace {
  readonly id: string;
  readonly version: number;
}

/** Sets while they are written: every save is kept, and nobody writes over what somebody else has saved. */
@Injectable()
export class DraftService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly criteria: CriteriaService,
    private readonly sets: CriteriaSetRepository,
    private readonly revisions: CriteriaSetRevisionRepository,
    private readonly reviewing: CriteriaReview,
  ) {}

  create(actor: Actor, request: CreateDraftRequest): Promise<CriteriaSetView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { document, predecessorId } = await this.beginningOf(tx, actor, request);
      const said = readable(withHead(document, request));
      const { id } = await this.insert(tx, actor, { document: said, predecessorId });
      return this.criteria.view(tx.em, actor, id);
    });
  }

  /** Writes a draft over, whatever is wrong with it. Refuses another version with what stands now; the same document changes nothing. */
  save(actor: Actor, place: DraftPlace, document: unknown): Promise<DraftSavedView> {
    const said = readable(document);
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.lock(tx, actor, place, 'edit');
      const saved = await this.write(tx, actor, { draft, document: said, deed: 'saved' });
      const { findings } = await this.reviewing.review(tx.em, said);
      const { id, version, digest, savedAt, leafCount } = saved;
      return { id, version, digest, savedAt: savedAt.toISOString(), leafCount, findings };
    });
  }

  /** The draft says again what a former save of it said. */
  restore(actor: Actor, place: DraftPlace, revisionId: string): Promise<CriteriaSetView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.lock(tx, actor, place, 'edit');
      const { document } = await this.revisions.get(tx.em, revisionId, draft.id);
      await this.write(tx, actor, { draft, document: readable(document), deed: 'restored' });
      return this.criteria.view(tx.em, actor, draft.id);
    });
  }

  /** The row goes; its revisions stay, and a draft can be made from them again. */
  discard(actor: Actor, place: DraftPlace): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.lock(tx, actor, place, 'discard');
      await tx.em.delete(CriteriaSet, { id: draft.id });
      await tx.audit('criteria-set.draft-discarded', { id: draft.id }, { code: draft.code, title: draft.title, digest: draft.digest });
    });
  }

  /** From now on it never changes. Refuses while an error stands, and what the newest version of the code says already. */
  publish(actor: Actor, place: DraftPlace): Promise<CriteriaSetView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.lock(tx, actor, place, 'publish');
      const set = await this.reviewing.getSound(tx.em, draft.document);
      const { digest, versionNumber, predecessorId } = await this.criteria.nextVersion(tx, set);
      const { code, title, year, appliesTo: groupCode } = set;
      const published = { code, title, year, groupCode, versionNumber, state: 'published' as const, predecessorId: predecessorId ?? draft.predecessorId };
      const saved = await tx.em.save(Object.assign(draft, published, { savedBy: actor.id, savedAt: tx.now }));
      await this.keep(tx, saved, { deed: 'published', changes: 0 });
      await tx.audit('criteria-set.published', { id: saved.id }, { code, versionNumber, digest });
      await this.criteria.supersedeBefore(tx, saved);
      return this.criteria.view(tx.em, actor, saved.id);
    });
  }

  private async beginningOf(tx: Transaction, actor: Actor, { copyOfId, revisionId, document }: CreateDraftRequest): Promise<Beginning> {
    if (copyOfId !== undefined) {
      const { document: copied, state, predecessorId } = await this.criteria.view(tx.em, actor, copyOfId);
      return { document: copied, predecessorId: state === 'draft' ? predecessorId : copyOfId };
    }
    if (revisionId !== undefined) {
      return { document: (await this.revisions.get(tx.em, revisionId)).document, predecessorId: null };
    }
    return { document: document ?? { format: 'par-criteria-set/1', code: '', title: '', year: tx.now.getUTCFullYear(), appliesTo: '', criteria: [] }, predecessorId: null };
  }

  private async insert(tx: Transaction, actor: Actor, { document, predecessorId }: Beginning & { readonly document: CriteriaSetDocument }): Promise<CriteriaSet> {
    const listed = listedBy(document, { code: '', title: '', year: tx.now.getUTCFullYear() });
    const groupCode = await this.groupOf(tx, document, null);
    const row = { ...listed, groupCode, versionNumber: 0, state: 'draft' as const, document, digest: digestOf(document), leafCount: leavesIn(document) };
    const draft = await tx.em.save(tx.em.create(CriteriaSet, { ...row, predecessorId, createdBy: actor.id, savedBy: actor.id, savedAt: tx.now }));
    await this.keep(tx, draft, { deed: 'created', changes: 0 });
    await tx.audit('criteria-set.draft-created', { id: draft.id }, { code: draft.code, title: draft.title, from: predecessorId });
    return draft;
  }

  private async write(tx: Transaction, actor: Actor, { draft, document, deed }: Save): Promise<CriteriaSet> {
    const digest = digestOf(document);
    if (digest === draft.digest) {
      return draft;
    }
    const changes = compareSets(draft.document, document).length;
    const groupCode = await this.groupOf(tx, document, draft.groupCode);
    const written = { ...listedBy(document, draft), groupCode, document, digest, leafCount: leavesIn(document), savedBy: actor.id, savedAt: tx.now };
    const saved = await tx.em.save(Object.assign(draft, written));
    await this.keep(tx, saved, { deed, changes });
    await tx.audit(`criteria-set.draft-${deed}`, { id: saved.id }, { code: saved.code, version: saved.version, digest, changes });
    return saved;
  }

  /** The group that the document names, where there is one; otherwise the draft stays with the one it had. */
  private async groupOf({ em }: Transaction, { appliesTo }: CriteriaSetDocument, before: string | null): Promise<string> {
    const isKnown = typeof appliesTo === 'string' && (await this.sets.groupExists(em, appliesTo));
    return isKnown ? appliesTo : (before ?? (await this.sets.firstGroup(em)));
  }

  private async keep({ em }: Transaction, { id, version, document, digest, leafCount, savedBy, savedAt }: CriteriaSet, made: { readonly deed: RevisionDeed; readonly changes: number }): Promise<void> {
    const revision = em.create(CriteriaSetRevision, { criteriaSetId: id, version, document, digest, leafCount, savedBy, savedAt, ...made });
    await em.insert(CriteriaSetRevision, revision as object);
  }

  private async lock({ em }: Transaction, actor: Actor, { id, version }: DraftPlace, action: CriteriaSetAction): Promise<CriteriaSet> {
    const set = await lockOne(em, CriteriaSet, { id });
    const refusal = criteriaSetRefusalOf(actor, set.state, action);
    if (refusal) {
      throw new DomainError(refusal);
    }
    if (set.version !== version) {
      throw new DomainError('record.version-stale', { version: set.version }, [], await this.criteria.view(em, actor, id));
    }
    return set;
  }
}

interface Beginning {
  readonly document: unknown;
  readonly predecessorId: string | null;
}

interface Save {
  readonly draft: CriteriaSet;
  readonly document: CriteriaSetDocument;
  readonly deed: 'saved' | 'restored';
}

/** A document that an editor can show. Refuses anything else, naming each place. */
function readable(document: unknown): CriteriaSetDocument {
  const errors = draftShapeErrors(document).slice(0, MOST_ERRORS);
  if (errors.length > 0) {
    throw new DomainError('criteria-set.unreadable', { errors: errors.length }, errors.map(toFindingView).map(toFieldError));
  }
  return document as CriteriaSetDocument;
}

/** More than anybody reads of a document that is no set. */
const MOST_ERRORS = 100;

/** The document with what the request says of it. */
function withHead(document: unknown, { title, code, year, groupCode }: CreateDraftRequest): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return document;
  }
  const said = { title, code, year, appliesTo: groupCode };
  return { ...document, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}
