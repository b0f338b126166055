/** A document to show: where its bytes are, and what it is. */
export interface DocumentSource {
  readonly url: string;
  readonly downloadUrl: string;
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: number;
}

/** Word and Excel files up to this size are shown in the page; reading larger ones takes too long. */
export const LARGEST_SHOWN_OFFICE = 15 * 1024 * 1024;

/** PDF, pictures, Word and Excel are shown in the page; everything else is downloaded. */
export type Showing = 'pdf' | 'picture' | 'office' | 'download';
export type OfficeKind = 'docx' | 'xlsx';

const OFFICE: Readonly<Record<string, OfficeKind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

export const officeKindOf = (mediaType: string): OfficeKind | null => OFFICE[mediaType] ?? null;

export function showingOf(mediaType: string): Showing {
  if (mediaType === 'application/pdf') {
    return 'pdf';
  }
  if (officeKindOf(mediaType) !== null) {
    return 'office';
  }
  return mediaType === 'image/png' || mediaType === 'image/jpeg' ? 'picture' : 'download';
}
