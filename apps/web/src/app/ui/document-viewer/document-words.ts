import type { DocumentUse, EvidenceDocumentView, EvidenceFileVersionView } from '@par-index/contract';
import { dayInWords } from '../format/date-words';
import type { DocumentSource } from './document-source';

/** «118/BC-SYT ngày 12/12/2026, Sở Y tế»: number, day and issuer as far as they are known. */
export function documentInWords({ documentNumber, issuedOn, issuer }: Pick<EvidenceDocumentView, 'documentNumber' | 'issuedOn' | 'issuer'>): string {
  const day = issuedOn === null ? '' : $localize`ngày ${dayInWords(issuedOn)}:day:`;
  return [[documentNumber, day].filter(Boolean).join(' '), issuer].filter(Boolean).join(', ');
}

/** «Kỳ 2025: 1.1, 1.2»: where a document stands, cycle by cycle. */
export function usesInWords(uses: readonly DocumentUse[]): string {
  const years = [...new Set(uses.map(({ year }) => year))];
  return years.map((year) => $localize`Kỳ ${year}:year:: ${uses.filter((use) => use.year === year).map(({ code }) => code).join(', ')}:codes:`).join(' · ');
}

/** One version of a document, to look at. */
export function sourceOfVersion({ id, title }: Pick<EvidenceDocumentView, 'id' | 'title'>, { fileVersion, mediaType, bytes, name }: Pick<EvidenceFileVersionView, 'fileVersion' | 'mediaType' | 'bytes' | 'name'>): DocumentSource {
  const content = `/api/v1/evidence-documents/${id}/content?fileVersion=${fileVersion}`;
  return { url: `${content}&inline=true`, downloadUrl: content, mediaType, name: title || name, bytes };
}
