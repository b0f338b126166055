import type { DocumentKind, EvidenceMediaType } from '@par-index/contract';

/** The types of files that are of a kind; null where the kind has no file. */
export const DOCUMENT_KIND_TYPES: Readonly<Record<DocumentKind, readonly EvidenceMediaType[] | null>> = {
  pdf: ['application/pdf'],
  word: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  excel: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  powerpoint: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  picture: ['image/png', 'image/jpeg'],
  link: null,
  number: null,
};
