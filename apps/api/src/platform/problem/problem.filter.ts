import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KnownRoutes } from '../access/known-routes';
import { DomainError } from './domain-error';
import { problemOf } from './problem-of';

/** Answers every failure as RFC 9457 problem details, and logs the ones that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly routes: KnownRoutes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { readonly id?: unknown }>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(this.refined(error, request, response), String(request.id ?? ''));
    if (problem.status >= 500) {
      this.logger.error({ traceId: problem.traceId, code: problem.code, err: error });
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    this.addHeaders(response, problem.params ?? {}, problem.status);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  /** Express answers a wrong method like an unknown address; here the two differ. */
  private refined(error: unknown, request: Request, response: Response): unknown {
    const methods = error instanceof NotFoundException ? this.routes.methodsAt(request.path) : [];
    if (methods.length === 0) {
      return error;
    }
    response.setHeader('Allow', methods.join(', '));
    return new DomainError('request.method-not-allowed');
  }

  private addHeaders(response: Response, params: Readonly<Record<string, string | number>>, status: number): void {
    response.setHeader('Cache-Control', 'no-store');
    const { seconds, version } = params;
    if (status === 429 && seconds !== undefined) {
      response.setHeader('Retry-After', String(Math.ceil(Number(seconds))));
    }
    if (status === 412 && version !== undefined) {
      response.setHeader('ETag', `"${version}"`);
    }
    if (status === 503) {
      response.setHeader('Retry-After', '5');
    }
  }
}
