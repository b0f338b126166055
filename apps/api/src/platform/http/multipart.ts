import busboy from 'busboy';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
 * in memory. `receive` must read it to its end or throw; the file fails where the connection is cut.
 */
export async function receiveUpload<T>(request: Request, receive: (upload: Upload) => Promise<T>): Promise<T> {
  const parser = parserFor(request);
  const fields = new Map<string, string>();
  let receiving: Promise<T> | null = null;
  parser.on('field', (name, value) => fields.set(name, value));
  parser.on('file', (name, file, { filename }) => {
    if (name !== FIELD || receiving) {
      file.resume();
      return;
    }
    receiving = receive({ fields, fileName: filename ?? '', file });
    receiving.catch(() => file.resume());
  });
  const arrival = pipeline(request, parser);
  return settled(arrival, () => receiving);
}

/** The file's own outcome, once all has arrived; a file that was refused is refused at once, and the rest is read and dropped. */
async function settled<T>(arrival: Promise<void>, receiving: () => Promise<T> | null): Promise<T> {
  const arrived = await arrival.then(
    () => true,
    () => false,
  );
  const outcome = receiving();
  if (outcome) {
    return outcome;
  }
  throw new DomainError(arrived ? 'request.invalid' : 'request.malformed');
}
