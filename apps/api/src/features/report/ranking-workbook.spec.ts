import type { GroupResultView, ResultRow } from '@par-index/contract';
import { Workbook, type Worksheet } from 'exceljs';
import { rankingWorkbook } from './ranking-workbook';

const row = (name: string, figures: Partial<ResultRow> = {}): ResultRow => ({
  agency: { id: name, code: name, name, shortName: name },
  ...{ rank: 1, index: 91.21, grade: 'Xuất sắc', points: 90.7125, applicableMax: 98.5, selfPoints: 72.4625, surveyPoints: 18.25, bonus: 1, penalty: 0.25, previousIndex: 90.5, previousRank: 2, predecessors: [] },
  fields: { '1': { points: 14.3333, max: 15, percent: 95.56 }, '2': { excluded: true } },
  ...figures,
});

const RESULT: GroupResultView = {
  cycleId: 'c',
  cycleTitle: 'Kỳ 2026',
  year: 2026,
  groupCode: 'so-ban-nganh',
  groupName: 'Sở, ban, ngành',
  provisional: false,
  edition: { snapshotId: 's', edition: 1, publishedAt: '2027-01-20T02:00:00Z', digest: 'abc' },
  fields: [
    { code: '1', title: 'Chỉ đạo, điều hành', max: 15, section: 'scored' },
    { code: '2', title: 'Thể chế', max: 10, section: 'scored' },
    { code: '9', title: 'Điểm thưởng', max: 2, section: 'bonus' },
  ],
  rows: [row('Sở Tư pháp'), row('=HYPERLINK("http://x")', { rank: 2, index: 80, grade: null, previousIndex: null, previousRank: null })],
  summary: { count: 2, highest: 91.21, lowest: 80, mean: 85.61, grades: [{ name: 'Xuất sắc', count: 1 }] },
  withheld: [],
  computedAt: '2027-01-20T02:00:00Z',
};

const letterhead = { parent: 'UBND tỉnh Tuyên Quang', issuer: 'Sở Nội vụ', province: 'Tuyên Quang', title: 'Kết quả', subtitles: ['(Công bố lần 1)'] };

/** Written, and opened again as a reader would. */
async function reopened(result = RESULT): Promise<Worksheet> {
  const written = await rankingWorkbook({ result, letterhead, signers: ['Người lập biểu', 'Giám đốc'] }).xlsx.writeBuffer();
  const workbook = new Workbook();
  await workbook.xlsx.load(written);
  return workbook.worksheets[0]!;
}

const HEAD = 8;
const valuesOf = (sheet: Worksheet, number: number) => Array.from({ length: 14 }, (_, index) => sheet.getCell(number, index + 1).value);

describe('rankingWorkbook', () => {
  let sheet: Worksheet;
  beforeAll(async () => {
    sheet = await reopened();
  });

  it('writes every figure as a number, to the last decimal', () => {
    expect(valuesOf(sheet, HEAD + 3)).toEqual([1, 'Sở Tư pháp', 14.3333, '–', 72.4625, 18.25, 1, 0.25, 90.7125, 98.5, 91.21, 'Xuất sắc', 90.5, 2]);
  });
  it('leaves empty what is not known', () => expect(valuesOf(sheet, HEAD + 4).slice(11)).toEqual(['', null, null]));
  it('names what an agency came from with its own figures, in a column that is there only where one did', async () => {
    const of = (name: string, index: number, rank: number) => ({ agency: { id: name, code: name, name, shortName: name }, groupCode: 'xa', index, rank });
    const merged = row('Xã Mới', { previousIndex: null, previousRank: null, predecessors: [of('Xã A', 91.2, 3), of('=Xã B', 88.05, 19)] });
    const after = await reopened({ ...RESULT, rows: [merged, row('Sở Tư pháp', { rank: 2 })] });
    expect(after.getCell(HEAD, 15).value).toBe('Trước khi sắp xếp, đổi tên: chỉ số (%), xếp hạng năm trước');
    expect([after.getCell(HEAD + 3, 15).value, after.getCell(HEAD + 4, 15).value]).toEqual(['Xã A (91,20, hạng 3); =Xã B (88,05, hạng 19)', '']);
    expect(sheet.getCell(HEAD, 15).value).toBeNull();
  });
  it('writes text that looks like a formula as text', () => {
    expect(sheet.getCell(HEAD + 4, 2)).toMatchObject({ value: '=HYPERLINK("http://x")', type: 3, numFmt: '@' });
    sheet.eachRow((one) => one.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });
  it('has a head of three rows over the fields, merged', () => {
    expect(sheet.getCell(HEAD, 3).value).toBe('Điểm theo lĩnh vực');
    expect(sheet.getCell(HEAD, 4).master.address).toBe(sheet.getCell(HEAD, 3).address);
    expect([sheet.getCell(HEAD + 1, 3).value, sheet.getCell(HEAD + 2, 3).value]).toEqual(['1. Chỉ đạo, điều hành', 15]);
    expect(sheet.getCell(HEAD + 2, 1).master.address).toBe(`A${HEAD}`);
    expect(valuesOf(sheet, HEAD).filter((value) => value === 'Điểm thưởng')).toHaveLength(1);
  });
  it('is set up for A4 landscape with its head on every page and page numbers', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEAD}:${HEAD + 2}` });
    expect(sheet.headerFooter.oddFooter).toContain('Trang &P/&N');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: HEAD + 2 });
  });
  it('shows figures with a decimal comma and ranks as whole numbers', () => {
    expect(sheet.getCell(HEAD + 3, 3).numFmt).toBe('[$-42A]#,##0.00##');
    expect([sheet.getCell(HEAD + 3, 1).numFmt, sheet.getCell(HEAD + 3, 14).numFmt]).toEqual(['0', '0']);
  });
  it('has the letterhead above, boxes around the table, and who signs below', () => {
    expect(sheet.getCell('A1').value).toBe('UBND TỈNH TUYÊN QUANG');
    expect(sheet.getCell('A2').value).toBe('SỞ NỘI VỤ');
    const texts = sheet.getSheetValues().flatMap((line) => (Array.isArray(line) ? line : []));
    expect(texts).toEqual(expect.arrayContaining(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'NGƯỜI LẬP BIỂU', 'GIÁM ĐỐC']));
    expect(sheet.getCell(HEAD + 3, 5).border).toMatchObject({ top: { style: 'thin' }, left: { style: 'thin' } });
  });
  it('sums up below the table', () => {
    const from = HEAD + 3 + 2 + 1;
    const lines = Array.from({ length: 5 }, (_, index) => [sheet.getCell(from + index, 2).value, sheet.getCell(from + index, 3).value]);
    expect(lines).toEqual([['Số cơ quan, đơn vị', 2], ['Chỉ số cao nhất (%)', 91.21], ['Chỉ số thấp nhất (%)', 80], ['Chỉ số trung bình (%)', 85.61], ['Xếp loại Xuất sắc', 1]]);
  });
  it('writes an empty group', async () => {
    const empty = await reopened({ ...RESULT, rows: [], fields: [], summary: { count: 0, highest: null, lowest: null, mean: null, grades: [] } });
    expect(empty.getCell(HEAD, 1).value).toBe('Xếp hạng');
  });
});
