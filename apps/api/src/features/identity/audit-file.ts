import type { AuditEventView } from '@par-index/contract';
import exceljs from 'exceljs';
import { inVietnamTime } from '../../platform/time/vietnam-time';

const HEADS = ['Lúc', 'Việc', 'Tài khoản', 'Người làm', 'Đối tượng', 'Kỳ đánh giá', 'Nội dung', 'Mã dòng'] as const;
const WIDTHS = [24, 22, 18, 26, 38, 38, 70, 38] as const;
/** What one cell of a workbook holds. */
const LONGEST = 32_767;

const isReadable = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= 32 ? code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff) : code === 9 || code === 10 || code === 13;
};

const fieldsOf = ({ at, event, actor, subjectId, cycleId, payload, id }: AuditEventView): readonly string[] =>
  [inVietnamTime(at), event, actor?.userName ?? '', actor?.fullName ?? 'hệ thống', subjectId, cycleId ?? '', JSON.stringify(payload), id];

/** Lines of the log as a workbook. Every cell is text, so that no program computes what somebody typed. */
export async function auditWorkbook(events: readonly AuditEventView[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Nhật ký', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = HEADS.map((header, index) => ({ header, width: WIDTHS[index] ?? 20, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  events.forEach((event) => sheet.addRow(fieldsOf(event).map((field) => [...field].filter(isReadable).join('').slice(0, LONGEST))));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same as comma-separated text in UTF-8, with the mark by which spreadsheets know it. What a spreadsheet would take for a formula begins with an apostrophe. */
export function auditCsv(events: readonly AuditEventView[]): Buffer {
  const lines = [HEADS, ...events.map(fieldsOf)].map((fields) => fields.map(csvField).join(','));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

const csvField = (text: string): string => `"${(/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
