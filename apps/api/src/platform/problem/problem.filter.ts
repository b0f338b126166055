import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { ProblemCode } from '@par-index/contract';
import type { Request, Response } from 'express';
import { KnownRoutes } from '../access/known-routes';
import { DomainError, type ProblemParams } from './domain-error';
import { problemOf } from './problem-of';

type Headers = Readonly<Record<string, string>>;

/** What some refusals say in headers too: when to come again, and which version is the current one. */
function headersOf(code: ProblemCode, { seconds, version }: ProblemParams): Headers {
  if (code === 'sign-in.delayed' && seconds !== undefined) {
    return { 'Retry-After': String(Math.ceil(Number(seconds))) };
  }
  if (code === 'record.version-stale' && version !== undefined) {
    return { ETag: `"${version}"` };
  }
  return code === 'server.stopping' || code === 'server.database-unavailable' ? { 'Retry-After': '5' } : {};
}

/** Answers every failure as RFC 9457 problem details, and logs the ones that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly routes: KnownRoutes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<Request>(), host.switchToHttp().getResponse<Response>());
  }

  answer(error: unknown, request: Request, response: Response): void {
    const { id } = request as { readonly id?: unknown };
    const problem = problemOf(this.refined(error, request, response), String(id ?? ''));
    if (problem.status >= 500) {
      this.logger.error({ traceId: problem.traceId, code: problem.code, err: error });
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.set({ 'Cache-Control': 'no-store', ...headersOf(problem.code, problem.params ?? {}) });
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  /** Express answers a wrong method like an unknown address; here the two differ. */
  private refined(error: unknown, { originalUrl }: Request, response: Response): unknown {
    const methods = error instanceof NotFoundException ? this.routes.methodsAt(originalUrl.split('?')[0] ?? '') : [];
    if (methods.length === 0) {
      return error;
    }
    response.setHeader('Allow', methods.join(', '));
    return new DomainError('request.method-not-allowed');
  }
}
