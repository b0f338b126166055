import { SaxesParser } from 'saxes';
import { fromBuffer } from 'yauzl';

/** The main part of a Word document. */
function mainPart(bytes: Buffer): Promise<string> {
  return new Promise((found, failed) => {
    fromBuffer(bytes, { lazyEntries: true }, (broken, zip) => {
      if (broken) {
        failed(broken);
        return;
      }
      zip.on('end', () => failed(new Error('There is no word/document.xml')));
      zip.on('entry', (entry: { readonly fileName: string }) => {
        if (entry.fileName !== 'word/document.xml') {
          zip.readEntry();
          return;
        }
        zip.openReadStream(entry as never, (unread, stream) => {
          const chunks: Buffer[] = [];
          stream?.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => found(Buffer.concat(chunks).toString('utf8')));
          if (unread) failed(unread);
        });
      });
      zip.readEntry();
    });
  });
}

/** What a reader's program shows of a Word document, a line for each paragraph. */
export async function wordDocument(bytes: Buffer): Promise<string> {
  const lines: string[] = [];
  const reader = new SaxesParser();
  reader.on('opentag', ({ name }) => name === 'w:p' && lines.push(''));
  reader.on('text', (text) => lines.push(`${lines.pop() ?? ''}${text}`));
  reader.write(await mainPart(bytes)).close();
  return lines.map((line) => line.trim()).filter((line) => line !== '').join('\n');
}
