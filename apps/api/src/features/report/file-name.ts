/** An ASCII name for old programs and the full one for all others (RFC 6266), as an attachment. */
export function attachmentNamed(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** One part of a file name: what file systems refuse becomes a dash. */
export function fileNameOf(...parts: readonly (string | number)[]): string {
  const kept = parts.map((part) => String(part).replace(/[\\/:*?"<>|]+/g, '-').trim()).filter((part) => part !== '');
  return `${kept.join(' - ').slice(0, 120)}.xlsx`;
}
