import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DetailedError, Upload } from 'tus-js-client';
import { type Refusal, refusalOf } from '../problem/refusal';
import { SessionToken } from '../session/session-token';

/** One file on its way, as its sender follows it. */
export interface TransportEvents {
  /** Where it goes on after an interruption. */
  readonly begun: (url: string) => void;
  /** Bytes that the server has, and those that are under way. */
  readonly moved: (bytes: number) => void;
  readonly arrived: () => void;
  /** Given up for now: what has arrived is kept. */
  readonly stopped: (refusal: Refusal) => void;
}

export interface TransportRequest {
  readonly file: File;
  readonly metadata: Readonly<Record<string, string>>;
  /** Where an earlier attempt goes on. */
  readonly url: string | null;
}

/** A transfer that can be held and taken up again. */
export interface Transfer {
  start(): void;
  pause(): Promise<void>;
}

export const UPLOADS_ADDRESS = '/api/v1/uploads';
const PART = 4 * 1024 * 1024;
/** Milliseconds before each new attempt of a part; afterwards it waits for somebody, or for the network. */
const RETRIES = [0, 1000, 3000, 6000, 12_000];
/** The same part may go through the next time: somebody else held it, or the server was busy. */
const WORTH_RETRYING: readonly number[] = [0, 409, 423, 500, 502, 503, 504];

/** Sends files in parts by tus 1.0.0. The library is loaded with the first large file. */
@Injectable({ providedIn: 'root' })
export class ResumableTransport {
  private readonly token = inject(SessionToken);

  async open({ file, metadata, url }: TransportRequest, events: TransportEvents): Promise<Transfer> {
    const { Upload: TusUpload } = await import('tus-js-client');
    const upload: Upload = new TusUpload(file, {
      endpoint: UPLOADS_ADDRESS,
      uploadUrl: url,
      chunkSize: PART,
      retryDelays: [...RETRIES],
      metadata: { ...metadata },
      storeFingerprintForResuming: false,
      removeFingerprintOnSuccess: false,
      onBeforeRequest: (request) => request.setHeader('X-CSRF-Token', this.token.get() ?? ''),
      onShouldRetry: (error) => WORTH_RETRYING.includes(error.originalResponse?.getStatus() ?? 0),
      onUploadUrlAvailable: () => events.begun(upload.url ?? ''),
      onProgress: (bytes) => events.moved(bytes),
      onSuccess: () => events.arrived(),
      onError: (error) => events.stopped(refusalOfTransfer(error)),
    });
    return { start: () => upload.start(), pause: () => upload.abort(false) };
  }
}

/** What stopped a transfer, as any other refusal. */
export function refusalOfTransfer(error: Error | DetailedError): Refusal {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  return refusalOf(new HttpErrorResponse({ status, error: parsed(answer?.getBody() ?? '') }));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
