import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';
import { Config } from '../config/config';
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

const userOf = (request: IncomingMessage): { readonly userId?: string } => {
  const { actor } = request as unknown as SignedInRequest;
  return actor ? { userId: actor.id } : {};
};

/** One JSON line per request and per message, with the request's id. No headers, no bodies, no query: nothing secret can get in. */
export const loggingModule = (): DynamicModule =>
  LoggerModule.forRootAsync({
    inject: [Config],
    useFactory: ({ LOG_LEVEL }: Config) => ({
      pinoHttp: {
        level: LOG_LEVEL,
        genReqId: requestId,
        serializers,
        customProps: userOf,
        quietReqLogger: true,
        autoLogging: { ignore: ({ url = '' }) => url.startsWith('/health/') },
        customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
        base: null,
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (level) => ({ level }) },
      },
    }),
  });
