import exceljs, { type CellValue, type Workbook } from 'exceljs';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anArchive } from '../../../../test/factories/archive.factory';
import { anyDocument } from './arbitrary-document.fixture';
import { exactTables } from './exact-tables';
import { inspectOffice } from './office-package';
import { readWorkbook } from './read-workbook';
import { setTables } from './set-tables';
import { setWorkbook } from './write-workbook';

const GOLDEN = join(__dirname, '../../../../../../libs/scoring/src/golden/criteria');
const goldenSet = (name: string): unknown => JSON.parse(readFileSync(join(GOLDEN, `${name}.json`), 'utf8'));
const offered = { agencies: [{ code: 'so-noi-vu', name: 'Sở Nội vụ' }], groups: [{ code: 'so-ban-nganh', name: 'Sở, ban, ngành' }] };

const bytesOf = async (workbook: Workbook): Promise<Buffer> => Buffer.from(await workbook.xlsx.writeBuffer());
const written = (document: unknown): Promise<Buffer> => bytesOf(setWorkbook(exactTables(document) ?? setTables(document), offered));

async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
  return workbook;
}

/** The workbook of Cà Mau with some cells put otherwise. */
async function changed(cells: Readonly<Record<string, CellValue>>): Promise<Buffer> {
  const workbook = await opened(await written(goldenSet('ca-mau-2013')));
  for (const [place, value] of Object.entries(cells)) {
    const [sheet = '', cell = ''] = place.split('!');
    Object.assign(workbook.getWorksheet(sheet)?.getCell(cell) ?? {}, { value, ...(value instanceof Date ? { style: { numFmt: 'dd/mm/yyyy' } } : {}) });
  }
  return bytesOf(workbook);
}

describe('the workbook of a set', () => {
  it.each(['so-ban-nganh-2026', 'xa-phuong-2026', 'ca-mau-2013'])('gives %s back', async (name) => {
    const bytes = await written(goldenSet(name));
    expect(await inspectOffice(bytes)).toEqual({ kind: 'workbook', refusal: null });
    const { document, errors } = await readWorkbook(bytes);
    expect(errors).toEqual([]);
    expect(document).toEqual(goldenSet(name));
  });

  it('gives any set back', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const { document: back, errors } = await readWorkbook(await written(document));
        expect({ back, errors }).toEqual({ back: document, errors: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('can be filled: heads stay in sight, choices drop down, pages print in width', async () => {
    const workbook = await opened(await written(goldenSet('ca-mau-2013')));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Hướng dẫn', 'Bộ tiêu chí', 'Tiêu chí', 'Mức điểm', 'Trường hợp', 'Ví dụ', 'Xếp loại', 'Danh mục']);
    const tree = workbook.getWorksheet('Tiêu chí');
    expect(tree?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 3 });
    expect(tree?.getCell('G2').dataValidation).toMatchObject({ type: 'list', formulae: [expect.stringContaining('Danh mục')] });
    expect(tree?.getCell('G500').dataValidation).toMatchObject({ type: 'list' });
    expect(tree?.pageSetup).toMatchObject({ fitToWidth: 1, printTitlesRow: '1:1' });
    expect(workbook.getWorksheet('Hướng dẫn')?.getCell('A1').text).toBe('Cách lập bộ tiêu chí trong tệp này');
  });

  it('is read as a person fills it: no levels, no ids, numbers typed as text', async () => {
    const bytes = await changed({ 'Tiêu chí!B3': null, 'Tiêu chí!B4': null, 'Tiêu chí!D4': '1,0', 'Mức điểm!C2': null, 'Mức điểm!E3': '0,5', 'Tiêu chí!A2': 1 });
    const { document, errors } = await readWorkbook(bytes);
    expect(errors).toEqual([]);
    expect(document).toMatchObject({ criteria: [{ code: '1', children: [{ code: '1.1', children: [{ code: '1.1.1', max: 1, rule: { options: [{ id: 'ban-hanh-kip-thoi' }, { points: 0.5 }, {}] } }, {}, {}, {}] }, {}] }] });
  });

  it('tells every bad cell at once, by sheet, cell and reason, and gives no document', async () => {
    const { document, errors } = await readWorkbook(
      await changed({
        'Tiêu chí!D4': { formula: 'SUM(D5:D6)', result: 1 },
        'Tiêu chí!B6': 5,
        'Tiêu chí!G7': 'Ai đó',
        'Mức điểm!A3': '9.9',
        'Mức điểm!E2': 'một',
        'Mức điểm!J4': 3,
        'Mức điểm!E5': new Date('2026-01-01'),
        'Bộ tiêu chí!B4': 'hai nghìn',
        'Ví dụ!A2': '1.1.1',
        'Ví dụ!C2': 'phương án',
      }),
    );
    expect(document).toBeNull();
    expect(errors.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual(
      ['Bộ tiêu chí!B4', 'Mức điểm!A3', 'Mức điểm!E2', 'Mức điểm!E5', 'Mức điểm!J4', 'Tiêu chí!B6', 'Tiêu chí!D4', 'Tiêu chí!G7', 'Ví dụ!C2'].sort(),
    );
    expect(errors.find(({ cell }) => cell === 'D4')?.detail).toContain('«=SUM(D5:D6)»');
  });

  it('names a code that became a number, and does not blame the lines that miss it', async () => {
    const { errors } = await readWorkbook(await changed({ 'Tiêu chí!A5': 1.1 }));
    expect(errors).toEqual([{ sheet: 'Tiêu chí', cell: 'A5', detail: expect.stringContaining('1.10') }]);
  });

  it('knows the cell of every field, for what the checks find', async () => {
    const { notes } = await readWorkbook(await written(goldenSet('ca-mau-2013')));
    expect(notes.placeOf('/criteria/0/children/0/children/3/rule/bands/1/upTo')).toEqual({ sheet: 'Mức điểm', cell: 'J10' });
    expect(notes.placeOf('/criteria/0/children/1/max')).toEqual({ sheet: 'Tiêu chí', cell: 'D8' });
    expect(notes.placeOf('/year')).toEqual({ sheet: 'Bộ tiêu chí', cell: 'B4' });
    expect(notes.placeOf('/criteria/0/nothing')).toEqual({ sheet: 'Tiêu chí', cell: 'A2' });
  });

  it('wants its sheets and heads', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('Tiêu chí').addRow(['Mã tiêu chí']);
    const { document, errors } = await readWorkbook(await bytesOf(workbook));
    expect(document).toBeNull();
    expect(errors.map(({ detail }) => detail)).toEqual(expect.arrayContaining([expect.stringContaining('thiếu trang «Bộ tiêu chí»'), expect.stringContaining('thiếu cột «Tên tiêu chí»')]));
  });
});

const TYPES = (main: string): string => `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`;
const SHEET = 'spreadsheetml.sheet.main+xml';

describe('a file that is not to be trusted', () => {
  const inspected = (parts: readonly { readonly name: string; readonly content: string | Buffer }[], main = SHEET) =>
    inspectOffice(anArchive([{ name: '[Content_Types].xml', content: TYPES(main) }, ...parts]));

  it.each([
    ['a link to another workbook', [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }], 'liên kết'],
    ['an embedded object', [{ name: 'word/embeddings/oleObject1.xml', content: '<x/>' }], 'nhúng'],
    ['an entity from outside', [{ name: 'xl/workbook.xml', content: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' }], 'khai báo'],
    ['the same in another encoding', [{ name: 'xl/workbook.xml', content: Buffer.from('\ufeff<!DOCTYPE x []><x/>', 'utf16le') }], 'khai báo'],
    ['macros', [{ name: 'xl/vbaProject.bin', content: 'x' }], 'macro'],
  ])('is refused for %s', async (_, parts, words) => {
    expect(await inspected(parts)).toMatchObject({ refusal: expect.stringContaining(words) });
  });

  it('is refused where it declares to unpack to more than any set', async () => {
    const bomb = anArchive([{ name: '[Content_Types].xml', content: TYPES(SHEET) }, { name: 'xl/a.xml', content: 'x' }]);
    bomb.writeUInt32LE(200 * 1024 * 1024, bomb.lastIndexOf(Buffer.from('504b0102', 'hex')) + 24);
    expect((await inspectOffice(bomb)).refusal).not.toBeNull();
  });

  it('is refused where a part unpacks to more than it declares', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const liar = anArchive([{ name: '[Content_Types].xml', content: TYPES(SHEET) }, { name: 'xl/a.xml', content: deflateRawSync(Buffer.alloc(5_000_000)) }]);
    liar.writeUInt16LE(8, liar.lastIndexOf(Buffer.from('504b0304', 'hex')) + 8);
    liar.writeUInt16LE(8, liar.lastIndexOf(Buffer.from('504b0102', 'hex')) + 10);
    expect((await inspectOffice(liar)).refusal).not.toBeNull();
  });

  it.each([['nothing', Buffer.alloc(0)], ['words', Buffer.from('Mã;Tên')], ['half a zip', Buffer.from('PK\u0003\u0004 and then nothing')]])('is refused where it is %s', async (_, bytes) => {
    expect(await inspectOffice(bytes)).toMatchObject({ kind: null, refusal: expect.stringContaining('không phải') });
  });

  it('is told as one error where it can be inspected and not opened', async () => {
    const odd = anArchive([{ name: '[Content_Types].xml', content: TYPES(SHEET) }, { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet' }]);
    const { document, errors } = await readWorkbook(odd);
    expect({ document, errors: errors.length > 0 }).toEqual({ document: null, errors: true });
  });
});
