/** Where a large file goes: under a criterion as a new document, or in the place of a document's file. */
export type UploadTarget = { readonly assessmentId: string; readonly code: string } | { readonly documentId: string };

/** Files from here on go in parts; below, one request is as good. */
export const LARGE_FILE = 4 * 1024 * 1024;

export const isLarge = ({ size }: Pick<File, 'size'>): boolean => size >= LARGE_FILE;

/** What tells the server where the file goes. */
export const metadataOf = (file: Pick<File, 'name'>, target: UploadTarget): Readonly<Record<string, string>> => ({ filename: file.name, ...target });

/** The same for the same file to the same place, also after a reload: the browser tells no more of a file than this. */
export function fingerprintOf({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>, target: UploadTarget): string {
  return JSON.stringify([...Object.values(target), name, size, lastModified]);
}
