import type { EvidenceLinkView } from '@par-index/contract';
import { type DocumentSource, showingOf } from '../../ui/document-viewer/document-source';

/** Where the bytes of a document are; null for a link or a bare number. The version keeps a replaced file from being shown for the one appraised. */
export function sourceOf({ document: { id, file } }: EvidenceLinkView): DocumentSource | null {
  if (!file) {
    return null;
  }
  const { name, mediaType, bytes, fileVersion } = file;
  const url = `/api/v1/evidence-documents/${id}/content?fileVersion=${fileVersion}`;
  return { url: `${url}&inline=true`, downloadUrl: url, mediaType, name, bytes };
}

/** What to open first: a document that can be shown in the page, else the first one. */
export function firstToOpen(links: readonly EvidenceLinkView[]): EvidenceLinkView | null {
  return links.find(({ document: { file } }) => file !== null && showingOf(file.mediaType) !== 'download') ?? links[0] ?? null;
}
