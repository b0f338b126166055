import * as fc from 'fast-check';
import { pdfSignatures } from './pdf-signatures';

const signed = (entries: string) => `1 0 obj\n<</Type /Page>>\nendobj\n7 0 obj\n<<${entries}>>\nendobj\n`;
const of = (...objects: readonly string[]) => pdfSignatures(Buffer.from(`%PDF-1.7\n${objects.join('')}%%EOF`, 'latin1'));
const CONTENTS = `/Contents <${'30'.repeat(20_000)}>`;

describe('the signatures of a PDF', () => {
  it('say when they were made, before or after their own bytes', () => {
    expect(of(signed(`/Type /Sig /M (D:20260115093000+07'00') ${CONTENTS} /ByteRange [0 100 200 300]`))).toEqual([{ signedAt: '2026-01-15T02:30:00.000Z', hasByteRange: true }]);
    expect(of(signed(`/Type/Sig/ByteRange[0 100 200 300]${CONTENTS}/M(D:20260115093000Z)`))).toEqual([{ signedAt: '2026-01-15T09:30:00.000Z', hasByteRange: true }]);
  });

  it.each([
    ["D:20260115093000-05'00'", '2026-01-15T14:30:00.000Z'],
    ['D:20260115093000', '2026-01-15T02:30:00.000Z'],
    ['D:20260115', '2026-01-14T17:00:00.000Z'],
    ['D:20269915093000', null],
  ])('write the time %s', (time, signedAt) => {
    expect(of(signed(`/Type /Sig /ByteRange [0 1 2 3] /M (${time})`))).toEqual([{ signedAt, hasByteRange: true }]);
  });

  it('are each told, a time stamp too, and none that is no signature', () => {
    const one = signed('/Type /Sig /ByteRange [0 1 2 3] /M (D:20260101000000Z)');
    expect(of(one, one, signed('/Type /DocTimeStamp /ByteRange [0 1 2 3]'), signed('/ByteRange [0 1 2 3]'), '/M (D:20260101000000Z)')).toHaveLength(3);
    expect(of(signed('/Type /Annot /M (D:20260101000000Z)'))).toEqual([]);
  });

  it('are at most 32, and of any bytes something or nothing', () => {
    expect(of(...Array.from({ length: 50 }, () => signed('/Type /Sig /ByteRange [0 1 2 3]')))).toHaveLength(32);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => Array.isArray(pdfSignatures(Buffer.from(bytes)))));
  });
});
