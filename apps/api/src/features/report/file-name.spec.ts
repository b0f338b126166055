import { attachmentNamed, fileNameOf } from './file-name';

describe('fileNameOf', () => {
  it('joins what says something', () => expect(fileNameOf('Xếp hạng', 'Sở, ban, ngành', 2026)).toBe('Xếp hạng - Sở, ban, ngành - 2026.xlsx'));
  it('replaces what file systems refuse', () => expect(fileNameOf('a/b\\c:d*e?"f"<g>|h')).toBe('a-b-c-d-e-f-g-h.xlsx'));
  it('leaves out what is empty', () => expect(fileNameOf('', 'x')).toBe('x.xlsx'));
  it('stays short', () => expect(fileNameOf('á'.repeat(300)).length).toBeLessThanOrEqual(125));
});

describe('attachmentNamed', () => {
  it('gives an ASCII name and the full one', () => {
    expect(attachmentNamed('Xếp hạng Đống Đa.xlsx')).toBe("attachment; filename=\"Xep hang Dong Da.xlsx\"; filename*=UTF-8''X%E1%BA%BFp%20h%E1%BA%A1ng%20%C4%90%E1%BB%91ng%20%C4%90a.xlsx");
  });
  it('lets nothing out of the header', () => {
    const header = attachmentNamed('a"\r\nSet-Cookie: x; \'(b).xlsx');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.split('; ')[1]).toBe('filename="a___Set-Cookie_ x_ _(b).xlsx"');
  });
});
