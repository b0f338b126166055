import { fileTypeFromBuffer } from 'file-type';
import { loadFont, pdfOf, pngOf } from './documents';
import { Random } from './random';

const document = {
  title: 'Báo cáo cải cách hành chính năm 2026',
  documentNumber: '118/BC-SYT',
  issuedOn: '12/11/2026',
  agencyName: 'Sở Y tế',
  paragraphs: ['Thực hiện kế hoạch của Ủy ban nhân dân tỉnh.'],
};

describe('the demonstration documents', () => {
  it('are real PDFs, the same bytes each time', async () => {
    const font = await loadFont();
    const first = await pdfOf(document, font);
    expect((await fileTypeFromBuffer(first))?.mime).toBe('application/pdf');
    expect(first.length).toBeLessThan(60_000);
    expect(await pdfOf(document, font)).toEqual(first);
  });

  it('are real pictures that differ', async () => {
    const picture = pngOf(new Random('a'));
    expect((await fileTypeFromBuffer(picture))?.mime).toBe('image/png');
    expect(pngOf(new Random('a'))).toEqual(picture);
    expect(pngOf(new Random('b'))).not.toEqual(picture);
  });
});
