import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, type EvidenceLinkView, type EvidenceQuery, type EvidenceRound, type LibraryDocumentView, type Page } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { EvidenceRepository } from './evidence.repository';
import { toLibraryView, toLinkView } from './evidence-rows';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** The library: every document of the agencies for which the actor is officer or head. */
  async list(actor: Actor, query: EvidenceQuery): Promise<Page<LibraryDocumentView>> {
    const slice = sliceOf(query);
    const agencies = agenciesOf(actor, ['agency-officer', 'agency-head']);
    const [rows, total] = await this.evidence.listDocuments(this.dataSource.manager, agencies, query, slice);
    return pageOf(rows.map(toLibraryView), total, slice);
  }

  /** The documents that stand under an assessment's criteria, of one round. In one query. */
  async linksOf(em: EntityManager, assessmentId: string, round: EvidenceRound = 'self-assessment'): Promise<readonly EvidenceLinkView[]> {
    return (await this.evidence.listLinks(em, assessmentId, round)).map(toLinkView);
  }

  /** The documents of both rounds under one criterion of many assessments, by the assessment. In one query. */
  async linksUnder(em: EntityManager, assessmentIds: readonly string[], code: string): Promise<ReadonlyMap<string, readonly EvidenceLinkView[]>> {
    const rows = await this.evidence.listLinksUnder(em, assessmentIds, code);
    const of = (id: string): readonly EvidenceLinkView[] => rows.filter(({ assessmentId }) => assessmentId === id).map(toLinkView);
    return new Map([...new Set(rows.map(({ assessmentId }) => assessmentId))].map((id) => [id, of(id)]));
  }

  /** The criteria under which there is evidence that counts: a file, a link or a document number. */
  async evidencedCodes(em: EntityManager, assessmentId: string): Promise<ReadonlySet<string>> {
    return new Set(await this.evidence.listEvidencedCodes(em, assessmentId));
  }

  /** Holds every document of one round of these assessments in the version of its file that it has now: what was submitted stays what it was. */
  async pin(em: EntityManager, assessmentIds: readonly string[], round: EvidenceRound = 'self-assessment'): Promise<void> {
    await em.query(
      `update evidence_link l set pinned_file_version = (select max(f.file_version) from evidence_file f where f.document_id = l.document_id)
       where l.assessment_id = any($1) and l.round = $2 and l.removed_at is null`,
      [assessmentIds, round],
    );
  }

  /** Lets the documents of a reopened assessment follow their newest file again. */
  async unpin(em: EntityManager, assessmentId: string): Promise<void> {
    await em.query(`update evidence_link set pinned_file_version = null where assessment_id = $1 and round = 'self-assessment' and removed_at is null`, [assessmentId]);
  }
}
