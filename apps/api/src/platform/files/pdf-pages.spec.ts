import PDFDocument from 'pdfkit';
import { aPdf } from '../../../test/factories/evidence-file.factory';
import { countPages } from './pdf-pages';

function pdfOf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ ...options, autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  Array.from({ length: pages }).forEach(() => document.addPage().text('Bao cao'));
  document.end();
  return finished;
}

describe('the pages of a PDF', () => {
  it.each([1, 3, 40])('are counted: %d', async (pages) => expect(await countPages(await pdfOf(pages))).toBe(pages));

  it('are unknown where the file is broken, or is none', async () => {
    expect(await countPages(Buffer.from('%PDF-1.7\nkhông phải tài liệu'))).toBeNull();
    expect(await countPages(Buffer.alloc(0))).toBeNull();
    expect(await countPages(Buffer.from('<html>'))).toBeNull();
  });

  it('are unknown where a password is needed', async () => expect(await countPages(await pdfOf(2, { userPassword: 'mat-khau' }))).toBeNull());

  it('are unknown where counting takes too long, and the next file is counted all the same', async () => {
    const file = await aPdf();
    const [late, next] = await Promise.all([countPages(file, 1), countPages(file)]);
    expect([late, next]).toEqual([null, 1]);
  });
});
