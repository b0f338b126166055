import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Milliseconds that a file gets to say how many pages it has. */
const PATIENCE = 20_000;
/** Megabytes of memory that counting may take. */
const MOST_MEMORY = 512;

/** Runs apart, so that a file which keeps the library busy holds up nobody, and can be given up. */
const COUNTING = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.library)
  .then(({ getDocument }) => getDocument({ data: workerData.bytes, verbosity: 0, enableXfa: false, useSystemFonts: false }).promise)
  .then((pdf) => parentPort.postMessage(pdf.numPages), () => parentPort.postMessage(null));
`;

const library = (): string => pathToFileURL(createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/legacy/build/pdf.mjs')).href;

/** Larger files keep their pages to themselves: counting takes them into memory as a whole. */
const MOST_COUNTED = 128 * 1024 * 1024;

let last: Promise<unknown> = Promise.resolve();

/** How many pages a PDF has; null for what is broken, encrypted, or takes too long. One after the other: each takes a thread and memory. */
export function countPages(bytes: Uint8Array, patience = PATIENCE): Promise<number | null> {
  const counted = last.then(() => count(bytes, patience));
  last = counted;
  return counted;
}

/** The same of a file; null for one that is too large to be read as a whole. */
export async function countPagesIn(path: string, bytes: number): Promise<number | null> {
  return bytes > MOST_COUNTED ? null : countPages(await readFile(path));
}

function count(bytes: Uint8Array, patience: number): Promise<number | null> {
  const worker = new Worker(COUNTING, {
    eval: true,
    workerData: { library: library(), bytes: Uint8Array.from(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (pages: unknown): void => {
      clearTimeout(bell);
      void worker.terminate();
      resolve(typeof pages === 'number' && Number.isInteger(pages) && pages >= 1 && pages <= 1_000_000 ? pages : null);
    };
    const bell = setTimeout(() => end(null), patience);
    worker.once('message', end).once('error', () => end(null)).once('exit', () => end(null));
  });
}
