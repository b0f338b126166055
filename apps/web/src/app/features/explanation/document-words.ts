import type { EvidenceDocumentView, EvidenceLinkView } from '@par-index/contract';
import type { DocumentSource } from '../../ui/document-viewer/document-source';
import { dayInWords } from '../../ui/format/date-words';

/** «118/BC-SYT ngày 12/12/2026, Sở Y tế»: number, day and issuer as far as they are known. */
export function documentInWords({ documentNumber, issuedOn, issuer }: Pick<EvidenceDocumentView, 'documentNumber' | 'issuedOn' | 'issuer'>): string {
  const day = issuedOn === null ? '' : $localize`ngày ${dayInWords(issuedOn)}:day:`;
  return [[documentNumber, day].filter(Boolean).join(' '), issuer].filter(Boolean).join(', ');
}

/** «mục II, trang 4»; empty where nobody said. */
export function placeInWords({ section, page }: Pick<EvidenceLinkView, 'section' | 'page'>): string {
  return [section, page === null ? '' : $localize`trang ${page}:page:`].filter(Boolean).join(', ');
}

/** Where to look at a document; null for one without a file. */
export function sourceOf({ file, id, title }: Pick<EvidenceDocumentView, 'file' | 'id' | 'title'>): DocumentSource | null {
  if (!file) {
    return null;
  }
  const content = `/api/v1/evidence-documents/${id}/content?fileVersion=${file.fileVersion}`;
  return { url: `${content}&inline=true`, downloadUrl: content, mediaType: file.mediaType, name: title || file.name, bytes: file.bytes };
}
