import type { DocumentUse, EvidenceDocumentView, EvidenceFileVersionView } from '@par-index/contract';
import { dayInWords } from '../format/date-words';
import type { DocumentSource } from './document-source';

/** «118/BC-SYT ngày 12/12/2026, Sở Y tế»: number, day and issuer as far as they are known. */
export function documentInWords({ documentNumber, issuedOn, issuer }: Pick<EvidenceDocumentView, 'documentNumber' | 'issuedOn' | 'issuer'>): string {
  const day = issuedOn === null ? '' : $localize`ngày ${dayInWords(issuedOn)}:day:`;
  return [[documentNumber, day].filter(Boolean).join(' '), issuer].filter(Boolean).join(', ');
}

/** Codes that are named; of more only how many. */
const MOST_NAMED = 8;

const inOrder = new Intl.Collator('vi', { numeric: true });

/** «Kỳ 2025: 1.1, 1.2»: where a document stands, cycle by cycle, the codes in their order. */
export function usesInWords(uses: readonly DocumentUse[]): string {
  const years = [...new Set(uses.map(({ year }) => year))];
  return years.map((year) => $localize`Kỳ ${year}:year:: ${codesInWords(uses.filter((use) => use.year === year))}:codes:`).join(' · ');
}

function codesInWords(uses: readonly DocumentUse[]): string {
  const codes = [...new Set(uses.map(({ code }) => code))].toSorted((one, other) => inOrder.compare(one, other));
  const named = codes.slice(0, MOST_NAMED).join(', ');
  return codes.length > MOST_NAMED ? $localize`${named}:codes: và ${codes.length - MOST_NAMED}:count: tiêu chí khác` : named;
}

/** One version of a document, to look at. */
export function sourceOfVersion({ id, title }: Pick<EvidenceDocumentView, 'id' | 'title'>, { fileVersion, mediaType, bytes, name }: Pick<EvidenceFileVersionView, 'fileVersion' | 'mediaType' | 'bytes' | 'name'>): DocumentSource {
  const content = `/api/v1/evidence-documents/${id}/content?fileVersion=${fileVersion}`;
  return { url: `${content}&inline=true`, downloadUrl: content, mediaType, name: title || name, bytes };
}
