import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import { anArchive, type ArchivePart } from './archive.factory';

const VENDOR = 'application/vnd.openxmlformats-officedocument';

/** A one-page PDF that says `words`. */
export function aPdf(words = 'Cong van so 12/UBND'): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.text(words);
    document.end();
  });
}

/** A square picture of one shade of grey, 0…255. */
export function aPng(shade = 128): Buffer {
  const picture = new PNG({ width: 8, height: 8 });
  picture.data.fill(shade);
  return PNG.sync.write(picture);
}

/** As much of a JPEG as tells it from anything else: its markers from beginning to end. */
export const aJpeg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

const contentTypes = (main: string): ArchivePart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`,
});

export type OfficeKind = 'docx' | 'xlsx' | 'pptx' | 'docm' | 'dotx';

const MAIN: Readonly<Record<OfficeKind, string>> = {
  docx: `${VENDOR}.wordprocessingml.document.main+xml`,
  xlsx: `${VENDOR}.spreadsheetml.sheet.main+xml`,
  pptx: `${VENDOR}.presentationml.presentation.main+xml`,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  dotx: `${VENDOR}.wordprocessingml.template.main+xml`,
};

/** An office document with the parts by which it is known, and `more`. */
export function anOfficeFile(kind: OfficeKind, more: readonly ArchivePart[] = []): Buffer {
  return anArchive([contentTypes(MAIN[kind]), { name: 'main.xml', content: '<main>Báo cáo</main>' }, ...more]);
}
