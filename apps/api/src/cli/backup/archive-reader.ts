import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { BackupRefusedError, type Manifest, readManifest, type SignedManifest } from './manifest';

export const MANIFEST = 'manifest.json';
const TABLE = /^database\/([a-z_0-9]+)\/\d{6}\.copy$/;
const EVIDENCE = /^evidence\/([0-9a-f]{64})$/;

/** A part of an archive: rows of a table, a file of evidence, or the manifest. */
export interface Part {
  readonly kind: 'table' | 'evidence' | 'manifest';
  /** The table's name, or the file's digest. */
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** The parts of an archive in their order. Each has to be read before the next one comes. */
export async function* readArchive(file: string): AsyncGenerator<Part> {
  const bytes = createReadStream(file);
  const tar = extract({});
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  unpacked.on('error', (error) => tar.destroy(error));
  // A stream of another library, which takes what those of Node give.
  bytes.pipe(unpacked).pipe(tar as unknown as NodeJS.WritableStream);
  try {
    for await (const entry of readable(tar)) {
      yield partOf(entry.header.name, readable(entry as unknown as AsyncIterable<Buffer>));
    }
  } finally {
    bytes.destroy();
  }
}

/** Says in words that the archive ends too early or makes no sense; a file that is not there or must not be read is another matter. */
async function* readable<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    throw typeof Object(error).syscall === 'string' ? error : new BackupRefusedError('Bản sao lưu bị cắt cụt hoặc bị hỏng: không đọc được đến cuối tệp.', { cause: error });
  }
}

function partOf(name: string, content: AsyncIterable<Buffer>): Part {
  const table = TABLE.exec(name)?.[1];
  const evidence = EVIDENCE.exec(name)?.[1];
  if (table !== undefined) {
    return { kind: 'table', name: table, content };
  }
  if (evidence !== undefined) {
    return { kind: 'evidence', name: evidence, content };
  }
  if (name !== MANIFEST) {
    throw new BackupRefusedError(`Bản sao lưu có phần lạ: ${name}.`);
  }
  return { kind: 'manifest', name, content };
}

interface Measured {
  readonly tables: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;
  readonly evidence: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;
}

/** Reads the archive to its end and compares every part with the signed manifest. Writes nothing. Refuses what is partial, altered or has more in it than was signed. */
export async function checkArchive(file: string): Promise<SignedManifest> {
  const tables = new Map<string, Meter>();
  const evidence = new Map<string, Meter>();
  let text: string | null = null;
  for await (const { kind, name, content } of readArchive(file)) {
    if (text !== null) {
      throw new BackupRefusedError('Bản sao lưu có thêm phần sau bản kê.');
    }
    if (kind === 'manifest') {
      text = (await bytesOf(content)).toString('utf8');
      continue;
    }
    const meters = kind === 'table' ? tables : evidence;
    if (kind === 'evidence' && meters.has(name)) {
      throw new BackupRefusedError(`Tệp minh chứng ${name} có hai lần trong bản sao lưu.`);
    }
    const meter = meters.get(name) ?? new Meter();
    meters.set(name, meter);
    await meter.read(content);
  }
  if (text === null) {
    throw new BackupRefusedError('Bản sao lưu bị cắt cụt: không có bản kê ở cuối.');
  }
  const signed = readManifest(text);
  compare(signed.manifest, { tables: measured(tables), evidence: measured(evidence) });
  return signed;
}

class Meter {
  bytes = 0;
  private readonly hash = createHash('sha256');

  async read(content: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of content) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
    }
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

const measured = (meters: ReadonlyMap<string, Meter>): Measured['tables'] => new Map([...meters].map(([name, meter]) => [name, { bytes: meter.bytes, sha256: meter.digest() }]));

const NOTHING = createHash('sha256').digest('hex');

function compare({ tables, evidence }: Manifest, found: Measured): void {
  for (const { name, bytes, sha256 } of tables) {
    const there = found.tables.get(name) ?? { bytes: 0, sha256: NOTHING };
    if (there.bytes !== bytes || there.sha256 !== sha256) {
      throw new BackupRefusedError(`Bảng ${name} trong bản sao lưu không còn như khi sao lưu.`);
    }
  }
  for (const { sha256, bytes } of evidence) {
    const there = found.evidence.get(sha256);
    if (there?.bytes !== bytes || there.sha256 !== sha256) {
      throw new BackupRefusedError(there ? `Tệp minh chứng ${sha256} trong bản sao lưu đã bị sửa.` : `Bản sao lưu thiếu tệp minh chứng ${sha256}.`);
    }
  }
  const known = new Set([...tables.map(({ name }) => name), ...evidence.map(({ sha256 }) => sha256)]);
  const strange = [...found.tables.keys(), ...found.evidence.keys()].find((name) => !known.has(name));
  if (strange !== undefined) {
    throw new BackupRefusedError(`Bản sao lưu có phần không nằm trong bản kê: ${strange}.`);
  }
}

async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
