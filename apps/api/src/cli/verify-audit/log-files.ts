import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The lines of a file, unpacked where its name ends in `.gz`. */
export function linesOf(file: string): AsyncIterable<string> {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) {
    return createInterface({ input: bytes, crlfDelay: Infinity });
  }
  const text = createGunzip();
  bytes.on('error', (error) => text.destroy(error));
  return createInterface({ input: bytes.pipe(text), crlfDelay: Infinity });
}

export interface LineWriter {
  write(line: string): Promise<void>;
  end(): Promise<void>;
}

/** A file that is written line by line, readable by its owner alone, packed where its name ends in `.gz`. */
export function writerOf(file: string): LineWriter {
  const source = new PassThrough();
  const target = createWriteStream(file, { mode: 0o600 });
  const done = file.endsWith('.gz') ? pipeline(source, createGzip(), target) : pipeline(source, target);
  return {
    write: (line) => Promise.race([accepted(source, `${line}\n`), done]),
    end: () => {
      source.end();
      return done;
    },
  };
}

async function accepted(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) {
    await once(stream, 'drain');
  }
}
