import { fileRefusal, sizeInWords } from './file-check';

const LIMITS = { accept: ['.pdf', '.png'], maxBytes: 50 * 1024 * 1024 };

describe('a file before it is sent', () => {
  it('is taken by its extension, in any case', () => {
    expect(fileRefusal({ name: 'Báo cáo.PDF', size: 10 }, LIMITS)).toBeNull();
  });

  it('is refused with the types that are taken', () => {
    expect(fileRefusal({ name: 'a.exe', size: 10 }, LIMITS)).toBe('«a.exe» không thuộc loại tệp được nhận (.pdf, .png).');
  });

  it('is refused where it is empty', () => {
    expect(fileRefusal({ name: 'a.pdf', size: 0 }, LIMITS)).toBe('«a.pdf» là tệp rỗng.');
  });

  it('is refused above the limit, with both sizes', () => {
    expect(fileRefusal({ name: 'a.pdf', size: LIMITS.maxBytes }, LIMITS)).toBeNull();
    expect(fileRefusal({ name: 'a.pdf', size: LIMITS.maxBytes + 2 ** 20 }, LIMITS)).toBe('«a.pdf» nặng 51 MB, vượt mức 50 MB.');
  });

  it('is measured in words', () => {
    expect(sizeInWords(10)).toBe('1 kB');
    expect(sizeInWords(2.4 * 2 ** 20)).toBe('2,4 MB');
  });
});
