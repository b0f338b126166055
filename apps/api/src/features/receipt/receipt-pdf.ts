import { type Receipt, receiptCheckUrl, RECEIPT_ROUND_WORDS } from '@par-index/contract';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { inVietnamTime } from '../../platform/time/vietnam-time';
import { receiptSquares } from './receipt-code';

export interface ReceiptPlace {
  /** Where the code leads to. */
  readonly origin: string;
  readonly province: string;
}

const FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';
const MARGIN = 56;
const LABEL = 150;
const CODE = 120;

/** One page, A4, with Vietnamese letters and the code that leads to the check. The same bytes for the same receipt. */
export async function receiptPdf(receipt: Receipt, place: ReceiptPlace): Promise<Buffer> {
  const made = new Date(receipt.issuedAt);
  const font = await loadFont();
  // The types of the package know a font only by its name; it takes the bytes as well.
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, font: font as unknown as string, lang: 'vi', info: { Title: `Biên nhận ${receipt.number}`, CreationDate: made, ModDate: made } });
  const finished = bytesOf(pdf);
  writeHead(pdf, receipt, place);
  linesOf(receipt).forEach(([label, text]) => writeLine(pdf, label, text));
  writeCode(pdf, receipt, place);
  pdf.end();
  return finished;
}

async function loadFont(): Promise<Buffer> {
  return readFile(createRequire(join(process.cwd(), 'package.json')).resolve(FONT));
}

function bytesOf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function writeHead(pdf: PDFKit.PDFDocument, { number, round }: Receipt, { province }: ReceiptPlace): void {
  pdf.fontSize(11).text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { align: 'center' });
  pdf.text('Độc lập - Tự do - Hạnh phúc', { align: 'center' }).moveDown(1.5);
  pdf.fontSize(10).text(`Hệ thống chấm điểm chỉ số cải cách hành chính · ${province}`, { align: 'center' }).moveDown(0.8);
  pdf.fontSize(17).text(`BIÊN NHẬN NỘP ${RECEIPT_ROUND_WORDS[round].toLocaleUpperCase('vi')}`, { align: 'center' });
  pdf.fontSize(12).text(`Số ${number}`, { align: 'center' }).moveDown(1.2);
}

function linesOf(receipt: Receipt): readonly (readonly [label: string, text: string])[] {
  const { agency, cycle, signedBy, issuedAt, deadlineAt, late, replaces, entries, documents, criteriaSet, seal } = receipt;
  return [
    ['Cơ quan nộp', agency.name],
    ['Kỳ đánh giá', `${cycle.title} (năm ${cycle.year})`],
    ['Thời điểm nộp', inVietnamTime(issuedAt)],
    ['Hạn nộp', inVietnamTime(deadlineAt)],
    ['Tình trạng', late ? 'Nộp sau hạn, trước khi khóa' : 'Nộp đúng hạn'],
    ['Người ký nộp', signedBy.inPlaceOf === null ? signedBy.name : `${signedBy.name} (thay mặt ${signedBy.inPlaceOf})`],
    ['Nội dung', `${entries.length} tiêu chí, ${documents.length} tài liệu`],
    ['Bộ tiêu chí', `${criteriaSet.code}, phiên bản ${criteriaSet.versionNumber}`],
    ...(replaces === null ? [] : [['Thay cho biên nhận', replaces] as const]),
    ['Mã băm (SHA-256)', seal.digest],
    ['Khóa ký', `${seal.algorithm} ${seal.keyId}`],
    ['Chữ ký', seal.signature],
  ];
}

function writeLine(pdf: PDFKit.PDFDocument, label: string, text: string): void {
  const { y } = pdf;
  pdf.fontSize(10).fillColor('#555').text(label, MARGIN, y, { width: LABEL });
  pdf.fillColor('#000').text(text, MARGIN + LABEL, y, { width: pdf.page.width - 2 * MARGIN - LABEL });
  pdf.moveDown(0.5);
}

function writeCode(pdf: PDFKit.PDFDocument, { number }: Receipt, { origin }: ReceiptPlace): void {
  const { side, dark } = receiptSquares(origin, number);
  const top = pdf.y + 18;
  const square = CODE / side;
  dark.forEach(([x, y]) => pdf.rect(MARGIN + x * square, top + y * square, square, square));
  pdf.fill('#000');
  const sentence = `Quét mã, hoặc mở ${receiptCheckUrl(origin, number)}, để xem biên nhận này có thật và còn nguyên như khi cấp hay không.`;
  pdf.fontSize(10).text(sentence, MARGIN + CODE + 24, top + 8, { width: pdf.page.width - 2 * MARGIN - CODE - 24 });
}
