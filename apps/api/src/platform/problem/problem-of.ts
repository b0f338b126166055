import { HttpException } from '@nestjs/common';
import { type Problem, problemDetail, PROBLEMS, type ProblemCode } from '@par-index/contract';
import { sqlStateOf } from '../database/retry';
import { DomainError } from './domain-error';

/** What the reader of request bodies says of one that it can't take. */
const BODY_REFUSALS: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'request.malformed',
  'entity.verify.failed': 'request.malformed',
  'request.aborted': 'request.malformed',
  'request.size.invalid': 'request.malformed',
  'encoding.unsupported': 'request.media-type',
  'charset.unsupported': 'request.media-type',
  'entity.too.large': 'request.too-large',
  'parameters.too.many': 'request.too-large',
};

/** Refusals that Nest and Express make themselves, by their status. */
const STATUS_REFUSALS: Readonly<Record<number, ProblemCode>> = {
  400: 'request.malformed',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  413: 'request.too-large',
  415: 'request.media-type',
  422: 'request.invalid',
};

/** No connection, or the server is going down or is full: classes 08 and 57P, and 53300. */
const UNAVAILABLE = /^(08...|57P..|53300)$/;
const SOCKET_FAILURES: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT']);
/** Characters that PostgreSQL keeps in no text (22021) and in no JSON (22P05): what was sent can't be right. */
const UNSTORABLE: ReadonlySet<unknown> = new Set(['22021', '22P05']);
const LOST_CONNECTION = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

function isDatabaseLost(error: unknown): boolean {
  const state = sqlStateOf(error);
  const { driverError, message } = Object(error) as { readonly driverError?: unknown; readonly message?: unknown };
  const code: unknown = Object(driverError ?? error).code;
  return (state !== null && UNAVAILABLE.test(state)) || SOCKET_FAILURES.has(code) || LOST_CONNECTION.test(String(message));
}

function codeOf(error: unknown): ProblemCode {
  const { type, status } = Object(error) as { readonly type?: unknown; readonly status?: unknown };
  if (typeof type === 'string' && BODY_REFUSALS[type]) {
    return BODY_REFUSALS[type];
  }
  if (error instanceof URIError || error instanceof SyntaxError) {
    return status === 400 || error instanceof URIError ? 'request.malformed' : 'server.failed';
  }
  if (error instanceof HttpException) {
    return STATUS_REFUSALS[error.getStatus()] ?? (error.getStatus() < 500 ? 'request.malformed' : 'server.failed');
  }
  if (UNSTORABLE.has(sqlStateOf(error))) {
    return 'request.invalid';
  }
  return isDatabaseLost(error) ? 'server.database-unavailable' : 'server.failed';
}

/** Any failure as problem details. What is not a refusal of ours tells nothing of itself but the trace id. */
export function problemOf(error: unknown, traceId: string): Problem {
  const refusal = error instanceof DomainError ? error : new DomainError(codeOf(error));
  const { code, params, errors, current } = refusal;
  return {
    type: `/problems/${code}`,
    title: code,
    status: PROBLEMS[code],
    code,
    detail: problemDetail(code, params),
    traceId,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...(current === undefined ? {} : { current }),
  };
}
