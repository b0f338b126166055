import type { DocumentKind, EvidenceDocumentView, EvidenceMediaType } from '@par-index/contract';

export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  pdf: $localize`PDF`,
  word: $localize`Word`,
  excel: $localize`Excel`,
  powerpoint: $localize`PowerPoint`,
  picture: $localize`Ảnh`,
  link: $localize`Đường dẫn`,
  number: $localize`Chỉ số, ký hiệu`,
};

const KIND_OF_TYPE: Readonly<Record<EvidenceMediaType, DocumentKind>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'powerpoint',
  'image/png': 'picture',
  'image/jpeg': 'picture',
};

/** What a document is, by its newest file. */
export function kindOf({ file, url }: Pick<EvidenceDocumentView, 'file' | 'url'>): DocumentKind {
  if (file) {
    return KIND_OF_TYPE[file.mediaType];
  }
  return url === null ? 'number' : 'link';
}
