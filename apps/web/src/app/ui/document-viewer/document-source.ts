/** A document to show: where its bytes are, and what it is. */
export interface DocumentSource {
  readonly url: string;
  readonly downloadUrl: string;
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: number;
}

/** PDF and pictures are shown in the page; everything else is downloaded. */
export type Showing = 'pdf' | 'picture' | 'download';

export function showingOf(mediaType: string): Showing {
  if (mediaType === 'application/pdf') {
    return 'pdf';
  }
  return mediaType === 'image/png' || mediaType === 'image/jpeg' ? 'picture' : 'download';
}
