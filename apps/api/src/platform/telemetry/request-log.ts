import type { RequestHandler } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { SignedInRequest } from '../access/live-session';
import { requestId } from './request-id';

const SECRET_IN_PATH = /(\/credential-links\/)[^/?#]+/;

/** The address without what nobody may read in a log: the token of a one-use link, and what was searched for. */
export const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(SECRET_IN_PATH, '$1…');

interface Serialized {
  readonly id: unknown;
  readonly method: unknown;
  readonly url: string;
}

const serializers = {
  req: ({ id, method, url }: Serialized) => ({ id, method, path: loggedPath(url) }),
  res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
};

function userOf(request: IncomingMessage): { readonly userId?: string } {
  const { actor } = request as unknown as SignedInRequest;
  return actor ? { userId: actor.id } : {};
}

/** Gives each request its id, and logs one line for each that asks something of the API. No headers, no bodies, no query. */
export const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp<IncomingMessage, ServerResponse>({
    logger,
    genReqId: requestId,
    serializers,
    customProps: userOf,
    quietReqLogger: true,
    autoLogging: { ignore: ({ url = '' }) => !url.startsWith('/api/v1/') },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
  });
