import { BadRequestException, ForbiddenException, InternalServerErrorException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { PROBLEMS } from '@par-index/contract';
import { QueryFailedError } from 'typeorm';
import { DomainError } from './domain-error';
import { problemOf } from './problem-of';

const bodyError = (type: string, status: number) => Object.assign(new Error(type), { type, status });
const lost = (code: string) => new QueryFailedError('select secret', [], Object.assign(new Error('gone'), { code }));

describe('problemOf', () => {
  it('tells a refusal with its status, its words and what it was given', () => {
    const errors = [{ pointer: '/name', code: 'isNotBlank', detail: 'Tên cần được nhập.' }];
    expect(problemOf(new DomainError('record.version-stale', { version: 4 }, errors), 't-1')).toEqual({
      type: '/problems/record.version-stale',
      title: 'record.version-stale',
      status: 412,
      code: 'record.version-stale',
      detail: 'Nội dung này vừa được người khác sửa. Hãy xem bản mới rồi sửa lại.',
      traceId: 't-1',
      params: { version: 4 },
      errors,
    });
  });

  it('says nothing of params and errors where there are none', () => {
    expect(Object.keys(problemOf(new DomainError('record.not-found'), 't'))).toEqual(['type', 'title', 'status', 'code', 'detail', 'traceId']);
  });

  it.each([
    [bodyError('entity.parse.failed', 400), 'request.malformed'],
    [bodyError('entity.too.large', 413), 'request.too-large'],
    [bodyError('encoding.unsupported', 415), 'request.media-type'],
    [bodyError('charset.unsupported', 415), 'request.media-type'],
    [bodyError('request.aborted', 400), 'request.malformed'],
    [new URIError('URI malformed'), 'request.malformed'],
    [new NotFoundException(), 'request.not-found'],
    [new BadRequestException(), 'request.malformed'],
    [new PayloadTooLargeException(), 'request.too-large'],
    [new ForbiddenException(), 'request.malformed'],
    [new InternalServerErrorException(), 'server.failed'],
    [lost('57P01'), 'server.database-unavailable'],
    [lost('08006'), 'server.database-unavailable'],
    [lost('53300'), 'server.database-unavailable'],
    [lost('23505'), 'server.failed'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'server.database-unavailable'],
    [new Error('Connection terminated unexpectedly'), 'server.database-unavailable'],
    [new Error('boom'), 'server.failed'],
    [new SyntaxError('in our own code'), 'server.failed'],
    ['a text that was thrown', 'server.failed'],
    [undefined, 'server.failed'],
  ] as const)('%# tells %p as %s', (error, code) => {
    expect(problemOf(error, 't')).toMatchObject({ code, status: PROBLEMS[code] });
  });

  it('tells nothing of what went wrong inside', () => {
    const text = JSON.stringify(problemOf(Object.assign(new Error('password is hunter2'), { stack: 'at secret.ts' }), 't'));
    expect(text).not.toMatch(/hunter2|secret/);
  });
});
