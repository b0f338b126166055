import { Injectable } from '@nestjs/common';
import { type Actor, type EvidenceFileView, type EvidenceMediaType, type EvidenceSuggestion, freshnessOf } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentReading } from './assessment-reading.service';

interface SuggestionRow extends Omit<EvidenceSuggestion, 'file' | 'warnings'> {
  readonly assessmentId: string;
  readonly pinned: number | null;
  readonly fileVersion: number | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly mediaType: EvidenceMediaType | null;
  /** As text, the way PostgreSQL's bigint comes. */
  readonly bytes: string | null;
  readonly pages: number | null;
}

/** $1 the assessment. Of the newest cycle before in which the agency took part, what stood under a code and does not stand under the same code now. */
const SUGGESTED = `
  with now_at as (select a.id, a.agency_id, c.year from assessment a join cycle c on c.id = a.cycle_id where a.id = $1),
  former as (
    select e.id, c.year, c.title from now_at n join assessment e on e.agency_id = n.agency_id join cycle c on c.id = e.cycle_id
    where c.year < n.year order by c.year desc, e.id limit 1)
  select f.id as "assessmentId", l.code, d.id as "documentId", d.title, d.document_number as "documentNumber", to_char(d.issued_on, 'YYYY-MM-DD') as "issuedOn", d.issuer, d.url,
    v.file_version as "fileVersion", v.file_name as "fileName", v.sha256, b.media_type as "mediaType", b.bytes, b.pages, l.section, l.page,
    coalesce(l.pinned_file_version, v.file_version) as pinned, f.year as "usedYear", f.title as "usedCycleTitle"
  from former f join evidence_link l on l.assessment_id = f.id join evidence_document d on d.id = l.document_id
  left join lateral (select x.* from evidence_file x where x.document_id = d.id order by x.file_version desc limit 1) v on true
  left join evidence_blob b on b.sha256 = v.sha256
  where l.removed_at is null and l.round = 'self-assessment' and not exists (
    select 1 from evidence_link s where s.assessment_id = $1 and s.document_id = d.id and s.code = l.code and s.round = 'self-assessment' and s.removed_at is null)
  order by l.code collate "C", l.created_at, l.id`;

/** What an agency used the year before under the same criterion, to be reused one by one and never by itself. */
@Injectable()
export class EvidenceSuggestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: AssessmentReading,
  ) {}

  /** For the agency itself; to everybody else there is nothing (`record.not-found`). In one query beside that of who reads. */
  async list(actor: Actor, assessmentId: string): Promise<readonly EvidenceSuggestion[]> {
    const em = this.dataSource.manager;
    const { sight, record } = await this.reading.see(em, actor, assessmentId);
    if (sight.as !== 'own') {
      throw new DomainError('record.not-found');
    }
    const rows: readonly SuggestionRow[] = await em.query(SUGGESTED, [assessmentId]);
    return rows.map((row) => suggestionOf(row, record.year));
  }
}

function suggestionOf(row: SuggestionRow, year: number): EvidenceSuggestion {
  const { code, documentId, title, documentNumber, issuedOn, issuer, url, section, page, usedYear, usedCycleTitle, assessmentId, pinned } = row;
  const file = fileOf(row);
  const uses = [{ assessmentId, year: usedYear, cycleTitle: usedCycleTitle, code, round: 'self-assessment' as const, fileVersion: pinned }];
  return { code, documentId, title, documentNumber, issuedOn, issuer, url, file, section, page, usedYear, usedCycleTitle, warnings: freshnessOf({ issuedOn, file }, uses, year) };
}

function fileOf({ fileVersion, fileName, sha256, mediaType, bytes, pages }: SuggestionRow): EvidenceFileView | null {
  if (fileVersion === null || fileName === null || sha256 === null || mediaType === null) {
    return null;
  }
  return { name: fileName, mediaType, bytes: Number(bytes), sha256, fileVersion, pages };
}
