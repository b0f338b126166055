import { deflateRawSync } from 'node:zlib';
import { anArchive, type ArchivePart } from '../../../test/factories/archive.factory';
import { anOfficeFile } from '../../../test/factories/evidence-file.factory';
import { officeTypeOfBytes } from './office-type';

const MEBIBYTE = 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const typesPart: ArchivePart = { name: '[Content_Types].xml', content: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' };

/** An archive whose last part unpacks to so many bytes. */
function packed(unpacked: number): Buffer {
  const archive = anArchive([typesPart, { name: 'xl/sheet1.xml', content: deflateRawSync(Buffer.alloc(unpacked)) }]);
  for (const [signature, before] of [['504b0304', 4], ['504b0102', 6]] as const) {
    const fields = archive.lastIndexOf(Buffer.from(signature, 'hex')) + before;
    archive.writeUInt16LE(8, fields + 4);
    archive.writeUInt32LE(unpacked, fields + 18);
  }
  return archive;
}

describe('officeTypeOfBytes', () => {
  const typeOf = (bytes: Buffer, most = 1024 * MEBIBYTE) => officeTypeOfBytes(bytes, most);

  it('takes what unpacks to little, however well it was packed', async () => {
    expect(await typeOf(packed(10 * MEBIBYTE))).toBe(XLSX);
  });

  it('refuses what unpacks to two hundred times its size', async () => expect(await typeOf(packed(60 * MEBIBYTE))).toBeNull());

  it('refuses what unpacks to more than was asked', async () => {
    expect(await typeOf(packed(10 * MEBIBYTE), 5 * MEBIBYTE)).toBeNull();
  });

  it('refuses an archive of too many parts', async () => {
    const parts = Array.from({ length: 10_001 }, (_, index) => ({ name: `p${index}`, content: '' }));
    expect(await typeOf(anArchive([typesPart, ...parts]))).toBeNull();
  });

  it('refuses an archive that says nothing of its parts, or too much', async () => {
    expect(await typeOf(anArchive([{ name: 'a.txt', content: 'x' }]))).toBeNull();
    expect(await typeOf(anArchive([{ ...typesPart, content: `${typesPart.content}${' '.repeat(MEBIBYTE)}` }]))).toBeNull();
  });

  it('refuses a part that is locked with a password', async () => {
    const archive = anOfficeFile('xlsx');
    archive.writeUInt16LE(0x0801, archive.lastIndexOf(Buffer.from('504b0102', 'hex')) + 6 + 2);
    expect(await typeOf(archive)).toBeNull();
  });

  it('refuses a template, which is no document', async () => expect(await typeOf(anOfficeFile('dotx'))).toBeNull());
  it('refuses what is no archive', async () => expect(await typeOf(Buffer.from('PK and nothing'))).toBeNull());
});
