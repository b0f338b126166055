import { deflateRawSync } from 'node:zlib';
import { anArchive } from '../../../test/factories/archive.factory';
import { userImportTemplate } from '../../features/identity/user-import-template';
import { isModestWorkbook } from './modest-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';
const isModest = (content: string, name = SHEET) => isModestWorkbook(anArchive([{ name, content }]));

describe('isModestWorkbook', () => {
  it('takes the workbook that we hand out ourselves', async () => {
    const agencies = Array.from({ length: 200 }, (_, index) => ({ id: '', code: `xa-${index}`, name: `Xã ${index}`, shortName: '' }));
    expect(await isModestWorkbook(await userImportTemplate(agencies))).toBe(true);
  });

  it.each([
    ['a row in the last place of a sheet', '<row r="1048576"><c r="A1048576"/></row>'],
    ['an extent that a sheet states of itself', '<dimension ref="A1:XFD1048576"/>'],
    ['columns to the last one', '<cols><col min="5" max="16384"/></cols>'],
    ['a merge of a whole page', '<mergeCells><mergeCell ref="A1:Z1000"/></mergeCells>'],
    ['a validation of a whole column', '<dataValidation sqref="C2:C1048576"><formula1>$A$1:$A$1048576</formula1></dataValidation>'],
  ])('takes %s', async (_, xml) => expect(await isModest(xml)).toBe(true));

  it.each([
    ['columns without end', '<cols><col max="999999999" min="1"/></cols>'],
    ['the same in other quotes', "<col max = '999999999'/>"],
    ['the same in disguise', '<col max="&#57;99999&#x39;99"/>'],
    ['a row far behind the last', '<row r="99999999"/>'],
    ['a cell far behind the last', '<c r="A99999999"/>'],
    ['one merge of everything', '<mergeCell ref="A1:XFD1048576"/>'],
    ['the same from its end', '<mergeCell ref="XFD1048576:A1"/>'],
    ['many merges', '<mergeCell ref="A1:Z1000"/>'.repeat(8)],
    ['rows without end', '<row/>'.repeat(50_001)],
    ['cells without end', '<c/>'.repeat(250_001)],
  ])('refuses %s', async (_, xml) => expect(await isModest(xml)).toBe(false));

  it('refuses a name for everything', async () => {
    expect(await isModest('<definedName name="x">S!$A$1:$XFD$1048576</definedName>', 'xl/workbook.xml')).toBe(false);
    expect(await isModest('<definedName name="x">S!$A$1:$D$1001</definedName>', 'xl/workbook.xml')).toBe(true);
  });

  it('counts all sheets together', async () => {
    const half = '<row/>'.repeat(30_000);
    expect(await isModestWorkbook(anArchive([{ name: SHEET, content: half }, { name: 'xl/worksheets/sheet2.xml', content: half }]))).toBe(false);
  });

  it('throws for a part that unpacks to more than it says', async () => {
    const archive = anArchive([{ name: SHEET, content: deflateRawSync(Buffer.alloc(100_000)) }]);
    archive.writeUInt16LE(8, archive.lastIndexOf(Buffer.from('504b0304', 'hex')) + 8);
    archive.writeUInt16LE(8, archive.lastIndexOf(Buffer.from('504b0102', 'hex')) + 10);
    await expect(isModestWorkbook(archive)).rejects.toThrow();
  });

  it('does not stumble over what is no XML', async () => {
    const started = performance.now();
    expect(await isModest(' ref="A'.repeat(300_000))).toBe(true);
    expect(await isModest('<col '.repeat(300_000))).toBe(true);
    expect(await isModest(`<col max="${'9'.repeat(15)}"/>`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
