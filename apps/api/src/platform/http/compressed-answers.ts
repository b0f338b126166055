import type { NextFunction, Request, Response } from 'express';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const packed = promisify(gzip);

/** Below this a packed answer is hardly smaller, and takes longer. */
const SMALLEST = 1024;
const TEXTUAL = /^(application\/(problem\+|schema\+)?json|text\/)/;
/** Holds the token against forged writes: what is secret is not packed together with what others can choose. */
const SECRET = /\/session(\/|$)/;

type End = Response['end'];

/** Whether the browser takes an encoding: named, and not with a quality of nothing. */
export function takes({ headers }: Pick<Request, 'headers'>, encoding: 'gzip' | 'br'): boolean {
  const accepted = headers['accept-encoding'];
  const named = (Array.isArray(accepted) ? accepted.join() : (accepted ?? '')).split(',').map((one) => one.trim().toLowerCase());
  return named.some((one) => one.split(';')[0]?.trim() === encoding && !/;\s*q=0(\.0*)?$/.test(one));
}

/** Packs the answers of the API that are texts of some length. What is streamed, partial or without a body is left alone. */
export function compressedAnswers(request: Request, response: Response, next: NextFunction): void {
  if (SECRET.test(request.path) || request.method === 'HEAD' || !takes(request, 'gzip')) {
    next();
    return;
  }
  const end = response.end.bind(response) as End;
  const packing = (...given: readonly unknown[]): Response => {
    const body = bodyOf(response, given);
    if (body === null) {
      return (end as (...args: readonly unknown[]) => Response)(...given);
    }
    response.setHeader('Vary', 'Accept-Encoding');
    void packed(body, { level: constants.Z_DEFAULT_COMPRESSION }).then(
      (smaller) => {
        response.setHeader('Content-Encoding', 'gzip');
        response.setHeader('Content-Length', smaller.length);
        end(smaller);
      },
      () => end(body),
    );
    return response;
  };
  response.end = packing as End;
  next();
}

/** The whole body, where it is given at once and worth packing; else null. */
function bodyOf(response: Response, [chunk, encoding]: readonly unknown[]): Buffer | null {
  const isWhole = !response.headersSent && response.statusCode !== 206 && response.statusCode !== 304 && response.getHeader('Content-Encoding') === undefined;
  if (!isWhole || !(typeof chunk === 'string' || Buffer.isBuffer(chunk)) || !TEXTUAL.test(String(response.getHeader('Content-Type') ?? ''))) {
    return null;
  }
  const body = typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8') : chunk;
  return body.length < SMALLEST ? null : body;
}
