import busboy from 'busboy';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { DomainError } from '../problem/domain-error';

/** One file with the fields that were sent before it. */
export interface Upload {
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  readonly file: Readable;
}

const LIMITS = { files: 1, fields: 10, fieldNameSize: 100, fieldSize: 64 * 1024, headerPairs: 50 } as const;
const FIELD = 'file';

function parserFor(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    throw new DomainError('request.media-type');
  }
}

/**
 * Reads `multipart/form-data` with one field `file`, which comes last, and hands the file over while it arrives: it is never held
 * in memory. `receive` must read it to its end or throw; the file fails where the connection is cut. A file that was refused is refused
 * at once; the rest of the request is read and dropped, so that the refusal reaches whoever is still sending.
 */
export async function receiveUpload<T>(request: Request, receive: (upload: Upload) => Promise<T>): Promise<T> {
  const parser = parserFor(request);
  const fields = new Map<string, string>();
  let receiving: Promise<T> | null = null;
  parser.on('field', (name, value) => fields.set(name, value));
  const refusal = new Promise<never>((_, reject) => {
    parser.on('file', (name, file, { filename }) => {
      // A form that breaks off before anybody reads the file fails the file: whoever reads it later is told then.
      file.on('error', () => undefined);
      if (name !== FIELD || receiving) {
        file.resume();
        return;
      }
      receiving = receive({ fields, fileName: filename ?? '', file });
      receiving.catch(reject);
    });
  });
  const arrived = await Promise.race([arrivalOf(request, parser), refusal]).then(
    () => true,
    () => false,
  );
  request.unpipe(parser).resume();
  return receiving ?? Promise.reject(new DomainError(arrived ? 'request.invalid' : 'request.malformed'));
}

/** Fulfilled when the form has arrived as a whole. A connection that is cut cuts the file in it. */
function arrivalOf(request: Request, parser: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('close', resolve).once('error', reject);
    request.once('close', () => {
      if (!request.complete) {
        parser.destroy(new Error('the connection was cut'));
      }
    });
    request.pipe(parser);
  });
}

/** The whole of a small file, such as a sheet that is read at once. Refuses more than `maxBytes`. */
export function receiveBytes(request: Request, maxBytes: number): Promise<Buffer> {
  return receiveUpload(request, async ({ file }) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        throw new DomainError('request.too-large');
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  });
}
