import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { create, toString } from 'qrcode';

export interface PosterFacts {
  readonly title: string;
  readonly officeName: string;
  readonly province: string;
  readonly url: string;
}

const FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';
const MARGIN = 34;
/** Points: 10 cm, read from an arm’s length. */
const CODE = 283;
/** Squares of a code are easier to read with a dark border on white; a worn print still opens with a quarter of it gone. */
const LEVEL = { errorCorrectionLevel: 'Q' } as const;

/** Where a telephone is led to. */
export const formUrl = (origin: string, linkCode: string): string => `${origin}/khao-sat/${linkCode}`;

/** The address as a QR code, an SVG picture. */
export const formCode = (url: string): Promise<string> => toString(url, { ...LEVEL, type: 'svg', margin: 2 });

/** One page, A5, to be hung up beside a counter. The same bytes for the same facts. */
export async function posterPdf(facts: PosterFacts): Promise<Buffer> {
  const font = await readFile(createRequire(join(process.cwd(), 'package.json')).resolve(FONT));
  const made = new Date(0);
  // The types of the package know a font only by its name; it takes the bytes as well.
  const pdf = new PDFDocument({ size: 'A5', margin: MARGIN, font: font as unknown as string, lang: 'vi', info: { Title: facts.title, CreationDate: made, ModDate: made } });
  const finished = bytesOf(pdf);
  writeHead(pdf, facts);
  writeCode(pdf, facts.url);
  writeFoot(pdf, facts);
  pdf.end();
  return finished;
}

function bytesOf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function writeHead(pdf: PDFKit.PDFDocument, { title, officeName, province }: PosterFacts): void {
  pdf.fontSize(10).fillColor('#444').text(province, { align: 'center' }).moveDown(0.5);
  pdf.fillColor('#000').fontSize(19).text('Ông/Bà có hài lòng không?', { align: 'center' }).moveDown(0.3);
  pdf.fontSize(13).text(officeName, { align: 'center', height: 48, ellipsis: true }).moveDown(0.3);
  pdf.fontSize(10).text(title, { align: 'center', height: 28, ellipsis: true }).moveDown(0.8);
}

function writeCode(pdf: PDFKit.PDFDocument, url: string): void {
  const { size: side, data } = create(url, LEVEL).modules;
  const [left, top, square] = [(pdf.page.width - CODE) / 2, pdf.y, CODE / side];
  [...data].forEach((isDark, at) => {
    if (isDark) {
      pdf.rect(left + (at % side) * square, top + Math.floor(at / side) * square, square, square);
    }
  });
  pdf.fill('#000');
  pdf.y = top + CODE + 16;
}

function writeFoot(pdf: PDFKit.PDFDocument, { url }: PosterFacts): void {
  pdf.x = MARGIN;
  pdf.fontSize(12).fillColor('#000').text('Quét mã bằng điện thoại, trả lời khoảng một phút.', { align: 'center' }).moveDown(0.3);
  pdf.fontSize(10).text(`Hoặc mở: ${url}`, { align: 'center' }).moveDown(0.5);
  pdf.fontSize(9).fillColor('#444').text('Phiếu không hỏi tên và không ghi số máy: không ai biết phiếu nào là của ai.', { align: 'center' });
}
