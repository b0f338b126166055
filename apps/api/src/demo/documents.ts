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

const FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';
const BOLD = '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf';

export interface DocumentFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

export async function loadFonts(): Promise<DocumentFonts> {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return { regular: await readFile(resolve(FONT)), bold: await readFile(resolve(BOLD)) };
}

/** A real PDF of two pages, small, the same bytes for the same document. */
export function pdfOf(document: DemoDocument, fonts: DocumentFonts): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 64, info: { Title: document.title, CreationDate: new Date(0), ModDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  writeHead(pdf, document);
  document.paragraphs.forEach((paragraph) => pdf.font('regular').fontSize(11).text(paragraph, { align: 'justify' }).moveDown(0.6));
  pdf.addPage().font('bold').fontSize(12).text('Phụ lục').moveDown(0.6);
  pdf.font('regular').fontSize(11).text(`Kèm theo văn bản số ${document.documentNumber} ngày ${document.issuedOn}.`);
  pdf.end();
  return finished;
}

function writeHead(pdf: PDFKit.PDFDocument, document: DemoDocument): void {
  pdf.font('bold').fontSize(11).text(document.agencyName.toLocaleUpperCase('vi'));
  pdf.font('regular').text(`Số: ${document.documentNumber}`).text(`Tuyên Quang, ngày ${document.issuedOn}`).moveDown();
  pdf.font('bold').fontSize(15).text(document.title, { align: 'center' }).moveDown();
  pdf.font('regular').fontSize(9).fillColor('#555').text('Tài liệu minh họa của hệ thống, không phải văn bản thật.', { align: 'center' });
  pdf.fillColor('#000').moveDown();
}

/** A real picture: a board with coloured bars, as a photograph of a one-stop office's board would show. */
export function pngOf(random: Random): Buffer {
  const [width, height] = [480, 320] as const;
  const png = new PNG({ width, height });
  png.data.fill(246);
  const bars = Array.from({ length: 6 }, () => ({ length: random.whole(80, 400), shade: random.whole(40, 200) }));
  bars.forEach(({ length, shade }, row) => {
    for (let y = 30 + row * 45; y < 60 + row * 45; y += 1) {
      for (let x = 40; x < 40 + length; x += 1) {
        png.data.set([shade, 90, 160, 255], (y * width + x) * 4);
      }
    }
  });
  return PNG.sync.write(png);
}
