import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import type { Random } from './random';

/** A document as the demonstration's agencies would have issued it. */
export interface DemoDocument {
  readonly title: string;
  readonly documentNumber: string;
  /** dd/MM/yyyy, as printed. */
  readonly issuedOn: string;
  readonly agencyName: string;
  readonly paragraphs: readonly string[];
}

/** Of each document that `pdfOf` makes. */
export const PDF_PAGES = 2;

const FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';

/** The bytes of a font that has every Vietnamese letter. */
export async function loadFont(): Promise<Buffer> {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return readFile(resolve(FONT));
}

/** A real PDF of two pages, small, the same bytes for the same document. One font: reading a second one takes as long as all the rest. */
export function pdfOf(document: DemoDocument, font: Buffer): Promise<Buffer> {
  const made = new Date(0);
  // The types of the package know a font only by its name; it takes the bytes as well.
  const options = { size: 'A4', margin: 64, font: font as unknown as string, info: { Title: document.title, CreationDate: made, ModDate: made } };
  const pdf = new PDFDocument(options);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  writeHead(pdf, document);
  document.paragraphs.forEach((paragraph) => pdf.fontSize(11).text(paragraph, { align: 'justify' }).moveDown(0.6));
  pdf.addPage().fontSize(13).text('Phụ lục').moveDown(0.6);
  pdf.fontSize(11).text(`Kèm theo văn bản số ${document.documentNumber} ngày ${document.issuedOn}.`);
  pdf.end();
  return finished;
}

function writeHead(pdf: PDFKit.PDFDocument, document: DemoDocument): void {
  pdf.fontSize(11).text(document.agencyName.toLocaleUpperCase('vi'));
  pdf.text(`Số: ${document.documentNumber}`).text(`Tuyên Quang, ngày ${document.issuedOn}`).moveDown();
  pdf.fontSize(15).text(document.title, { align: 'center' }).moveDown();
  pdf.fontSize(9).fillColor('#555').text('Tài liệu minh họa của hệ thống, không phải văn bản thật.', { align: 'center' });
  pdf.fillColor('#000').moveDown();
}

/** A real picture: a board with coloured bars, as a photograph of a one-stop office's board would show. */
export function pngOf(random: Random): Buffer {
  const [width, height] = [240, 160] as const;
  const png = new PNG({ width, height });
  png.data.fill(246);
  const bars = Array.from({ length: 6 }, () => ({ length: random.whole(40, 200), shade: random.whole(40, 200) }));
  bars.forEach(({ length, shade }, row) => {
    for (let y = 12 + row * 24; y < 28 + row * 24; y += 1) {
      for (let x = 20; x < 20 + length; x += 1) {
        png.data.set([shade, 90, 160, 255], (y * width + x) * 4);
      }
    }
  });
  return PNG.sync.write(png);
}
