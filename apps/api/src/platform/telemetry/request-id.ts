import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const SAFE = /^[A-Za-z0-9._-]{8,64}$/;

/** The id under which a request is found in the logs: the caller's, where it is harmless, or a new one. Sent back to the caller. */
export function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && SAFE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}
