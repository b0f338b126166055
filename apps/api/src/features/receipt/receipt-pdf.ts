import { type AuditSealView, type Receipt, receiptCheckUrl, RECEIPT_ROUND_WORDS, sealCheckUrl } from '@par-index/contract';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { inVietnamTime } from '../../platform/time/vietnam-time';
import { squaresOf } from './receipt-code';

export interface ReceiptPlace {
  /** Where the code leads to. */
  readonly origin: string;
  readonly province: string;
  /** The first seal of the log that covers the receipt; null where none does yet. */
  readonly seal: Pick<AuditSealView, 'number' | 'root'> | null;
}

const FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';
const MARGIN = 56;
const LABEL = 150;
const CODE = 96;
const GAP = 12;

/** One page, A4, with Vietnamese letters and the code that leads to the check. The same bytes for the same receipt. */
export async function receiptPdf(receipt: Receipt, place: ReceiptPlace): Promise<Buffer> {
  const made = new Date(receipt.issuedAt);
  const font = await loadFont();
  // The types of the package know a font only by its name; it takes the bytes as well.
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, font: font as unknown as string, lang: 'vi', info: { Title: `Biên nhận ${receipt.number}`, CreationDate: made, ModDate: made } });
  const finished = bytesOf(pdf);
  writeHead(pdf, receipt, place);
  [...linesOf(receipt), ...sealLines(place)].forEach(([label, text]) => writeLine(pdf, label, text));
  writeCodes(pdf, codesOf(receipt, place));
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

function sealLines({ seal }: ReceiptPlace): readonly (readonly [label: string, text: string])[] {
  return seal ? [['Niêm phong nhật ký', `Số ${seal.number}, gốc ${seal.root}`]] : [['Niêm phong nhật ký', 'Chưa có: nhật ký được niêm phong mỗi phút. Tải lại tệp này để có gốc niêm phong.']];
}

interface Code {
  readonly address: string;
  readonly sentence: string;
}

function codesOf({ number }: Receipt, { origin, seal }: ReceiptPlace): readonly Code[] {
  const check = receiptCheckUrl(origin, number);
  const own = { address: check, sentence: `Quét mã, hoặc mở ${check}, để xem biên nhận này có thật và còn nguyên như khi cấp hay không.` };
  const sealed = 'Quét mã để so gốc niêm phong ở trên với dữ liệu mở của hệ thống: gốc còn đó và còn chữ ký thì nhật ký có biên nhận này chưa bị sửa.';
  return seal ? [own, { address: sealCheckUrl(origin, seal.root), sentence: sealed }] : [own];
}

/** Side by side, each with its sentence. */
function writeCodes(pdf: PDFKit.PDFDocument, codes: readonly Code[]): void {
  const top = pdf.y + 14;
  const width = (pdf.page.width - 2 * MARGIN) / codes.length;
  codes.forEach(({ address, sentence }, place) => {
    const left = MARGIN + place * width;
    const { side, dark } = squaresOf(address);
    const square = CODE / side;
    dark.forEach(([x, y]) => pdf.rect(left + x * square, top + y * square, square, square));
    pdf.fill('#000');
    pdf.fontSize(9).text(sentence, left + CODE + GAP, top, { width: width - CODE - 2 * GAP });
  });
}
