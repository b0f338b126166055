import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { takes } from '../http/compressed-answers';
import { keptFor } from './kept-for';

const TEXTS: ReadonlySet<string> = new Set(['.js', '.css', '.html', '.json', '.svg', '.txt', '.webmanifest', '.map']);
const QUALITY = 6;

type Encoding = 'br' | 'gzip';

interface Packed {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** What was packed of a file as it was then. */
interface Kept {
  readonly written: string;
  readonly packed: Promise<Packed>;
}

const PACK: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * The texts of a built application, packed: each once for an encoding, when it is first asked for, and kept while the file stays as it is. Only names
 * that were in the folder at the start are known, so that no path leads out of it; everything else, and what has gone since, is left to whoever comes next.
 */
export function packedFiles(folder: string, except: readonly string[]): RequestHandler {
  const known = new Set(textsIn(folder).filter((path) => !except.includes(path)));
  const kept = new Map<string, Kept>();
  const packedOf = async (path: string, encoding: Encoding): Promise<Packed> => {
    const file = join(folder, path);
    const { mtimeMs, size } = await stat(file);
    const [key, written] = [`${encoding} ${path}`, `${String(mtimeMs)} ${String(size)}`];
    const before = kept.get(key);
    const packed = before?.written === written ? before.packed : pack(file, encoding);
    kept.set(key, { written, packed });
    packed.catch(() => kept.delete(key));
    return packed;
  };
  return (request: Request, response: Response, next: NextFunction): void => {
    const encoding = (['br', 'gzip'] as const).find((one) => takes(request, one));
    if ((request.method !== 'GET' && request.method !== 'HEAD') || encoding === undefined || !known.has(request.path) || request.headers.range !== undefined) {
      next();
      return;
    }
    packedOf(request.path, encoding).then(({ bytes, etag }) => {
      response.set({ 'Content-Encoding': encoding, 'Vary': 'Accept-Encoding', 'ETag': etag, 'Cache-Control': keptFor(basename(request.path)) });
      response.type(extname(request.path)).send(bytes);
    }, () => next());
  };
}

/** The paths of its texts as an address names them: `/media/x.svg`. */
function textsIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)));
  return entries.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).split(sep).join('/')}`);
}

async function pack(file: string, encoding: Encoding): Promise<Packed> {
  const bytes = await readFile(file);
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes: await PACK[encoding](bytes), etag: `W/"${digest}"` };
}
