import { Workbook, type Worksheet } from 'exceljs';
import { type ReportLine, type SheetReport, sheetWorkbook } from './sheet-workbook';

const line = (code: string, more: Partial<ReportLine> = {}): ReportLine => ({
  ...{ code, title: `Tiêu chí ${code}`, depth: code.split('.').length - 1, leaf: true, max: 2.5, declared: '19/20', rule: 'Trên 90%: 2,5 điểm', evidence: '- 12/BC', self: 2.5, remark: '' },
  layers: { 'base': null, 'appraisal-1': 1.3462, 'appraisal-2': null, 'council': null },
  ...more,
});

const REPORT: SheetReport = {
  letterhead: { parent: 'UBND tỉnh Tuyên Quang', issuer: 'Sở Tư pháp', province: 'Tuyên Quang', title: 'Báo cáo', subtitles: ['Bộ tiêu chí', '(Nộp lúc …)'] },
  lines: [
    line('1', { leaf: false, declared: '', rule: '', evidence: '' }),
    line('1.1'),
    line('1.2', { self: 'chờ tổng hợp', declared: '=cmd|\' /C calc\'!A0', remark: '+84 @x', layers: { 'base': 0, 'appraisal-1': 0.25, 'appraisal-2': 1.75, 'council': 2 } }),
  ],
  totals: { max: 98.5, self: 71.25, layers: { 'base': null, 'appraisal-1': 70.1234, 'appraisal-2': 70.5, 'council': 71 } },
  signers: ['Người lập biểu', 'Thủ trưởng cơ quan'],
};

const HEAD = 9;
const FIRST = HEAD + 2;

describe('sheetWorkbook', () => {
  let sheet: Worksheet;
  beforeAll(async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await sheetWorkbook(REPORT).xlsx.writeBuffer());
    sheet = workbook.worksheets[0]!;
  });
  const valuesOf = (row: number) => Array.from({ length: 12 }, (_, index) => sheet.getCell(row, index + 1).value);

  it('has the columns that officers know, the layers under one head', () => {
    expect(valuesOf(HEAD)).toEqual([
      ...['STT', 'Tiêu chí, tiêu chí thành phần', 'Điểm tối đa', 'Số liệu kê khai', 'Cách tính điểm', 'Tài liệu kiểm chứng', 'Điểm tự đánh giá'],
      ...['Điểm thẩm định', 'Điểm thẩm định', 'Điểm thẩm định', 'Điểm thẩm định'],
      'Lý do chênh lệch',
    ]);
    expect(valuesOf(HEAD + 1).slice(7, 11)).toEqual(['Số liệu gốc', 'Lần 1', 'Lần 2', 'Hội đồng']);
    expect(sheet.getCell(HEAD + 1, 1).master.address).toBe(`A${HEAD}`);
  });
  it('writes every figure as a number, and words where there is none', () => {
    expect(valuesOf(FIRST + 1)).toEqual(['1.1', 'Tiêu chí 1.1', 2.5, '19/20', 'Trên 90%: 2,5 điểm', '- 12/BC', 2.5, null, 1.3462, null, null, '']);
    expect(valuesOf(FIRST + 2).slice(6, 11)).toEqual(['chờ tổng hợp', 0, 0.25, 1.75, 2]);
  });
  it('writes codes and text of users as text, never as a formula or a date', () => {
    expect(sheet.getCell(FIRST + 1, 1)).toMatchObject({ value: '1.1', type: 3, numFmt: '@' });
    expect(sheet.getCell(FIRST + 2, 4)).toMatchObject({ value: '=cmd|\' /C calc\'!A0', type: 3 });
    expect(sheet.getCell(FIRST + 2, 12)).toMatchObject({ value: '+84 @x', type: 3 });
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });
  it('sums up below the last line', () => {
    expect(valuesOf(FIRST + 3)).toEqual([null, 'TỔNG ĐIỂM (chưa gồm điểm thưởng, điểm trừ)', 98.5, null, null, null, 71.25, null, 70.1234, 70.5, 71, null]);
  });
  it('shows fields in bold and leaves further in', () => {
    expect(sheet.getCell(FIRST, 2).font).toMatchObject({ bold: true, name: 'Times New Roman' });
    expect(sheet.getCell(FIRST + 1, 2).font.bold).toBeUndefined();
    expect(sheet.getCell(FIRST + 1, 2).alignment).toMatchObject({ indent: 1, wrapText: true });
  });
  it('is set up for A4 landscape with its head on every page, and for signatures', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: `${HEAD}:${HEAD + 1}` });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: HEAD + 1 });
    const texts = sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []));
    expect(texts).toEqual(expect.arrayContaining(['THỦ TRƯỞNG CƠ QUAN', '(Ký, ghi rõ họ tên)', 'SỞ TƯ PHÁP', 'BÁO CÁO']));
  });
});
