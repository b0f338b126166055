import { type ArgumentsHost, Logger, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KnownRoutes } from '../access/known-routes';
import type { RouteSweep } from '../access/route-sweep';
import { DomainError } from './domain-error';
import { ProblemFilter } from './problem.filter';

const ROUTES = [
  { method: 'GET', path: '/things/:id' },
  { method: 'PUT', path: '/things/:id' },
];

class Answer {
  headersSent = false;
  destroyed = false;
  code = 0;
  body: Record<string, unknown> = {};
  readonly headers: Record<string, string> = {};
  set(headers: Record<string, string>): this {
    Object.assign(this.headers, headers);
    return this;
  }
  setHeader(name: string, value: string): this {
    return this.set({ [name]: value });
  }
  status(code: number): this {
    this.code = code;
    return this;
  }
  type(type: string): this {
    return this.set({ 'Content-Type': type });
  }
  send(text: string): this {
    this.body = JSON.parse(text) as Record<string, unknown>;
    return this;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

describe('ProblemFilter', () => {
  const filter = new ProblemFilter(new KnownRoutes({ routes: () => ROUTES } as unknown as RouteSweep));
  let logged: jest.SpyInstance;
  beforeEach(() => {
    logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => logged.mockRestore());

  function answered(error: unknown, originalUrl = '/api/v1/other', answer = new Answer()): Answer {
    const request = { id: 't-1', originalUrl } as unknown as Request;
    const http = { getRequest: () => request, getResponse: () => answer as unknown as Response };
    filter.catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
    return answer;
  }

  it('answers a refusal as problem details that nobody stores', () => {
    const { code, body, headers } = answered(new DomainError('access.denied'));
    expect(code).toBe(403);
    expect(body).toMatchObject({ code: 'access.denied', traceId: 't-1' });
    expect(headers).toMatchObject({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    expect(logged).not.toHaveBeenCalled();
  });

  it('says in a header too which version is the current one', () => {
    expect(answered(new DomainError('record.version-stale', { version: 12 })).headers).toMatchObject({ ETag: '"12"' });
  });

  it('says in a header too when to come again', () => {
    expect(answered(new DomainError('sign-in.delayed', { seconds: 14.2 })).headers).toMatchObject({ 'Retry-After': '15' });
    expect(answered(new DomainError('server.stopping')).headers).toMatchObject({ 'Retry-After': '5' });
    expect(answered(new DomainError('access.denied', { seconds: 3, version: 4 })).headers).not.toHaveProperty('Retry-After');
  });

  it('logs what is our own failure, with the cause, and answers without it', () => {
    const cause = new Error('hunter2');
    expect(JSON.stringify(answered(cause).body)).not.toContain('hunter2');
    expect(logged).toHaveBeenCalledWith({ traceId: 't-1', code: 'server.failed', err: cause });
  });

  it('tells a wrong method from a wrong address', () => {
    const { code, body, headers } = answered(new NotFoundException(), '/api/v1/things/7?x=1');
    expect([code, body['code'], headers['Allow']]).toEqual([405, 'request.method-not-allowed', 'GET, PUT']);
    expect(answered(new NotFoundException(), '/api/v1/nothing').body).toMatchObject({ code: 'request.not-found' });
  });

  it('leaves a record that is not there a 404, although its address is known', () => {
    expect(answered(new DomainError('record.not-found'), '/api/v1/things/7').code).toBe(404);
  });

  it('cuts an answer that had begun, since nothing can be said any more', () => {
    const begun = Object.assign(new Answer(), { headersSent: true });
    expect(answered(new Error('in the middle'), '/api/v1/x', begun)).toMatchObject({ destroyed: true, code: 0, body: {} });
    expect(logged).toHaveBeenCalled();
  });
});
