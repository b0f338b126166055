import type { Request, Response } from 'express';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from '../../platform/files/evidence-store';
import { byteRangeOf, namesTag } from './byte-range';
import type { ReadableFile } from './evidence-content.service';
import { contentDisposition, type Disposition } from './file-name';

export interface Delivery {
  readonly file: ReadableFile;
  readonly disposition: Disposition;
  readonly request: Request;
  readonly response: Response;
}

/** Nothing in a file is ever run, whatever a browser takes it for. */
const NOTHING_RUNS = "default-src 'none'; sandbox";

/**
 * Sends a file or the part of it that is asked for: 200, 206, 304 where the reader has it already, 416 where the part lies behind the
 * end. `open` is called once there is something to send.
 */
export async function sendFile(delivery: Delivery, open: (range: ByteRange | null) => Promise<Readable>): Promise<void> {
  const { file, request, response } = delivery;
  const tag = `"${file.sha256}"`;
  setHeaders(delivery, tag);
  if (namesTag(request.get('if-none-match'), tag)) {
    response.status(304).end();
    return;
  }
  const range = isCurrent(request.get('if-range'), tag) ? byteRangeOf(request.get('range'), file.bytes) : null;
  if (range === 'unsatisfiable') {
    response.status(416).setHeader('Content-Range', `bytes */${file.bytes}`).end();
    return;
  }
  await stream(delivery, range, open);
}

function setHeaders({ file, disposition, response }: Delivery, tag: string): void {
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Content-Disposition', contentDisposition(disposition, file.name));
  response.setHeader('Content-Security-Policy', NOTHING_RUNS);
}

/** A part is of use only to whoever has the rest of the same file. */
const isCurrent = (ifRange: string | undefined, tag: string): boolean => ifRange === undefined || ifRange === tag;

async function stream({ file, request, response }: Delivery, range: ByteRange | null, open: (range: ByteRange | null) => Promise<Readable>): Promise<void> {
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  response.status(range ? 206 : 200).setHeader('Content-Type', file.mediaType).setHeader('Content-Length', end - start + 1);
  if (range) {
    response.setHeader('Content-Range', `bytes ${start}-${end}/${file.bytes}`);
  }
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(await open(range), response).catch((error: unknown) => {
    if (!isGone(error)) {
      throw error;
    }
  });
}

/** A reader who leaves before the end is nobody's mistake. */
const isGone = (error: unknown): boolean => Object(error).code === 'ERR_STREAM_PREMATURE_CLOSE';
