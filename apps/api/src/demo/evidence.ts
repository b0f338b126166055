import { Readable } from 'node:stream';
import type { EvidenceStore, StoredFile } from '../platform/files/evidence-store';
import type { Declared } from './declared';
import { PDF_PAGES } from './documents';
import type { Draft } from './papers';
import type { ProvinceAgency } from './province';
import { Random } from './random';
import type { Rows } from './rows';

/** A document that has been put into the store and added to the rows. */
export interface SeededDocument {
  readonly id: string;
  readonly paged: boolean;
}

export interface EvidenceAuthor {
  readonly agency: ProvinceAgency;
  readonly agencyId: string;
  readonly officerId: string;
  readonly at: Date;
}

const LIMITS = { maxBytes: 5_000_000 } as const;

/** Puts an agency's documents of a year into the store, and their records into the rows. */
export async function seedDocuments(store: EvidenceStore, rows: Rows, author: EvidenceAuthor, drafts: readonly Draft[]): Promise<readonly SeededDocument[]> {
  const stored = await Promise.all(drafts.map(({ bytes }) => store.put(Readable.from([bytes]), LIMITS)));
  return drafts.flatMap((draft, at) => {
    const file = stored[at];
    return file ? [addDocument(rows, author, draft, file)] : [];
  });
}

function addDocument(rows: Rows, { agency, agencyId, officerId, at }: EvidenceAuthor, draft: Draft, stored: StoredFile): SeededDocument {
  const created = { created_by: officerId, created_at: at };
  rows.addOnce('evidence_blob', stored.sha256, { sha256: stored.sha256, bytes: stored.bytes, media_type: stored.mediaType, pages: draft.fileName.endsWith('.pdf') ? PDF_PAGES : null, created_at: at });
  const document = { agency_id: agencyId, title: draft.title, document_number: draft.number, issued_on: draft.issued, issuer: agency.name, url: null };
  const id = rows.add('evidence_document', { ...document, ...created, version: 1 });
  rows.add('evidence_file', { document_id: id, file_version: 1, sha256: stored.sha256, file_name: draft.fileName, ...created });
  return { id, paged: draft.fileName.endsWith('.pdf') };
}

export interface EvidenceUse {
  readonly assessmentId: string;
  readonly agencyCode: string;
  readonly officerId: string;
  readonly at: Date;
  /** Whether the assessment was submitted, which pins the version of each file. */
  readonly pinned: boolean;
}

/** Puts a document under every criterion that needs one and has points. */
export function linkEvidence(rows: Rows, documents: readonly SeededDocument[], declared: readonly Declared[], link: EvidenceUse): void {
  for (const { leaf, points } of declared.filter((one) => one.leaf.evidenceRequired && one.points !== 0)) {
    const random = new Random(`link ${link.agencyCode} ${leaf.code} ${String(points)}`);
    const document = random.pick(documents.filter(({ paged }) => paged || random.chance(0.15)));
    const section = document.paged ? `Mục ${random.pick(['I', 'II', 'III'])}` : '';
    const page = document.paged ? random.whole(1, 2) : null;
    const id = rows.add('evidence_link', {
      document_id: document.id,
      assessment_id: link.assessmentId,
      code: leaf.code,
      section,
      page,
      pinned_file_version: link.pinned ? 1 : null,
      created_by: link.officerId,
      created_at: link.at,
      removed_at: null,
      removed_by: null,
    });
    if (page === 1 && new Random(`mark ${link.agencyCode} ${leaf.code}`).chance(0.3)) {
      rows.add('evidence_anchor', { link_id: id, position: 0, page, ...RESULTS, note: 'Kết quả thực hiện', file_version: 1, created_by: link.officerId, created_at: link.at });
    }
  }
}

/** Where the second paragraph stands on the first page of each document that the demonstration makes. */
const RESULTS = { x: 0.09, y: 0.255, width: 0.82, height: 0.03 } as const;
