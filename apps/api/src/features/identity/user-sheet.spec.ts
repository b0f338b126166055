import exceljs, { type CellValue, type Worksheet } from 'exceljs';
import { anOfficeFile } from '../../../test/factories/evidence-file.factory';
import { cellName, COLUMNS, readUserSheet } from './user-sheet';

async function bytesOf(fill: (sheet: Worksheet) => void, name = 'Tài khoản'): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name);
  sheet.addRow([...COLUMNS]);
  fill(sheet);
  workbook.addWorksheet('Khác').addRow(['không đọc']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const read = async (...rows: readonly (readonly CellValue[])[]) => readUserSheet(await bytesOf((sheet) => rows.forEach((row) => void sheet.addRow([...row]))));

describe('readUserSheet', () => {
  it('reads the rows of the first sheet alone, without spaces around', async () => {
    expect(await read([' canbo ', 'Lê  An', 'leader', 'so-y-te\t'])).toEqual({
      sheet: 'Tài khoản',
      rows: [{ row: 2, texts: ['canbo', 'Lê  An', 'leader', 'so-y-te', ''] }],
      errors: [],
    });
  });

  it('takes a number as it is written', async () => {
    expect((await read([20261124, 'Lê An', 'leader', 7])).rows).toEqual([{ row: 2, texts: ['20261124', 'Lê An', 'leader', '7', ''] }]);
  });

  it('takes the words of a link, and not where it leads', async () => {
    const link: CellValue = { text: 'canbo', hyperlink: 'mailto:evil@example.com' };
    expect((await read([link, 'Lê An', 'leader', 'x'])).rows[0]?.texts[0]).toBe('canbo');
  });

  it('reads headings whatever their case', async () => {
    const bytes = await bytesOf((sheet) => {
      sheet.getRow(1).values = COLUMNS.map((words) => words.toUpperCase());
      sheet.addRow(['canbo', 'A', 'leader', 'x']);
    });
    expect((await readUserSheet(bytes)).errors).toEqual([]);
  });

  it('reads no more columns than it knows', async () => {
    expect((await read(['canbo', 'A', 'leader', 'x', 'a@b', 'ghi chú'])).rows[0]?.texts).toEqual(['canbo', 'A', 'leader', 'x', 'a@b']);
  });

  it('takes a sheet without the column of addresses, and then nothing that stands in it', async () => {
    const bytes = await bytesOf((sheet) => {
      sheet.getRow(1).values = COLUMNS.slice(0, 4);
      sheet.addRow(['canbo', 'A', 'leader', 'x', { formula: 'NOW()' }]);
    });
    expect(await readUserSheet(bytes)).toMatchObject({ rows: [{ texts: ['canbo', 'A', 'leader', 'x', ''] }], errors: [] });
  });

  it('wants the heading of the addresses in its place where there is one', async () => {
    const bytes = await bytesOf((sheet) => void (sheet.getRow(1).values = [...COLUMNS.slice(0, 4), 'Điện thoại']));
    expect((await readUserSheet(bytes)).errors).toMatchObject([{ cell: 'E1', detail: expect.stringContaining('«Thư điện tử»') }]);
  });

  it('tells the cells that are merged, and reads the first of them', async () => {
    const bytes = await bytesOf((sheet) => {
      sheet.addRow(['canbo', 'A', 'leader', 'x']);
      sheet.mergeCells('A2:B2');
    });
    expect((await readUserSheet(bytes)).errors).toEqual([{ sheet: 'Tài khoản', cell: 'B2', detail: 'Ô bị gộp với ô khác. Hãy bỏ gộp ô.' }]);
  });

  it('keeps the number of a row after empty ones', async () => {
    expect((await read([], [null, '  '], ['canbo', 'A', 'leader', 'x'])).rows.map(({ row }) => row)).toEqual([4]);
  });

  it('wants each heading in its place', async () => {
    const bytes = await bytesOf((sheet) => void (sheet.getRow(1).values = ['Họ và tên', 'Tên đăng nhập', 'Vai trò']));
    expect((await readUserSheet(bytes)).errors.map(({ cell }) => cell)).toEqual(['A1', 'B1', 'D1']);
  });

  it.each<[string, () => Buffer]>([
    ['a Word document', () => anOfficeFile('docx')],
    ['an archive that only says that it is a workbook', () => anOfficeFile('xlsx')],
    ['text', () => Buffer.from('a,b,c')],
    ['nothing', () => Buffer.alloc(0)],
  ])('refuses %s', (_, make) => expect(readUserSheet(make())).rejects.toMatchObject({ code: 'request.media-type' }));
});

describe('cellName', () => {
  it.each([[0, 2, 'A2'], [3, 1001, 'D1001']] as const)('of column %d in row %d is %s', (column, row, name) => expect(cellName(column, row)).toBe(name));
});
