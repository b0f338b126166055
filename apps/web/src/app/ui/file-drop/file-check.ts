import { numberInWords } from '../format/number-words';

export interface FileLimits {
  /** Extensions with their point, `.pdf`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
}

/** Why a file is not taken, or null. By its name and size only: what it really is, the server finds by its bytes. */
export function fileRefusal(file: { readonly name: string; readonly size: number }, { accept, maxBytes }: FileLimits): string | null {
  if (!accept.some((extension) => file.name.toLowerCase().endsWith(extension))) {
    return $localize`«${file.name}:name:» không thuộc loại tệp được nhận (${accept.join(', ')}:types:).`;
  }
  if (file.size === 0) {
    return $localize`«${file.name}:name:» là tệp rỗng.`;
  }
  return file.size > maxBytes ? $localize`«${file.name}:name:» nặng ${sizeInWords(file.size)}:size:, vượt mức ${sizeInWords(maxBytes)}:limit:.` : null;
}

/** «2,4 MB»; under a megabyte in kB. */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${numberInWords(kilobytes)} kB` : `${numberInWords(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}
