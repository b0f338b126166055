import { fromBuffer, type ZipFile } from 'yauzl';
import type { Browser } from '../app';
import { REQUESTS } from './requests';
import type { Names } from './scene';

/** The bytes as they come, whatever they are. */
function bytesOf(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

function partOf(zip: ZipFile, entry: Parameters<ZipFile['openReadStream']>[0]): Promise<string> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (failed, stream) => (failed ? reject(failed) : bytesOf(stream, (_, bytes) => resolve(`${String(entry.fileName)} ${bytes.toString('utf8')}`)))),
  );
}

/** Every part of an archive, such as a workbook or a Word document is, by its name. */
function partsOf(archive: Buffer): Promise<string> {
  return new Promise((resolve, reject) =>
    fromBuffer(archive, { lazyEntries: true }, (failed, zip) => {
      if (failed) {
        reject(failed);
        return;
      }
      const parts: string[] = [];
      zip.on('entry', (entry) => {
        void partOf(zip, entry).then((part) => {
          parts.push(part);
          zip.readEntry();
        }, reject);
      });
      zip.on('end', () => resolve(parts.join('\n')));
      zip.readEntry();
    }),
  );
}

/** The words of an answer: its head with the names of files, and its text, or that of all parts of its archive. */
async function wordsOf({ headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }): Promise<string> {
  const isArchive = body.subarray(0, 2).toString('latin1') === 'PK';
  return `${JSON.stringify(headers)}\n${isArchive ? await partsOf(body) : body.toString('utf8')}`;
}

/** Everything that one person is told by every route that reads, with the addresses in `more` beside those of the table. */
export async function toldBy(browser: Browser, names: Names, more: readonly string[] = []): Promise<string> {
  const routes = REQUESTS.filter(({ route }) => route.startsWith('GET ') && !route.includes('/health/')).map(({ route, address }) => address ?? route.slice('GET '.length));
  const texts: string[] = [];
  for (const route of [...routes, ...more]) {
    const path = route.replace(/:([A-Za-z]+)/g, (whole, key: string) => names[key] ?? whole);
    const { headers, body } = await browser.get(`/api/v1${path}`).buffer(true).parse(bytesOf as never);
    texts.push(`${route} ${await wordsOf({ headers, body: body as Buffer })}`);
  }
  return texts.join('\n');
}

/** For each mark the line that tells it, or null where none does. */
export function tellingLines(text: string, marks: readonly string[]): readonly (readonly [string, string | null])[] {
  const lines = text.split('\n');
  return marks.map((mark) => {
    const line = lines.find((one) => one.includes(mark));
    const at = line?.indexOf(mark) ?? 0;
    return [mark, line === undefined ? null : line.slice(Math.max(0, at - 100), at + 100)] as const;
  });
}
