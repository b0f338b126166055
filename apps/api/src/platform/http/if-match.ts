import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../problem/domain-error';

/** The version of a record as an entity tag. */
export const etag = (version: number): string => `"${version}"`;

/** Tells the caller the version to send back as If-Match. */
export const setEtag = (response: Response, version: number): Response => response.setHeader('ETag', etag(version));

const TAG = /^(?:W\/)?"(\d{1,9})"$/;

/** The version that the caller read. Refuses a request that does not say it, and one that says something else. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) {
    throw new DomainError('request.precondition-required');
  }
  const version = TAG.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new DomainError('request.malformed', { header: 'If-Match' });
  }
  return Number(version);
}

function describe(target: object, member: string | symbol | undefined): void {
  const route = member && Object.getOwnPropertyDescriptor(target, member);
  if (route) {
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read, "0" for a record that is not there yet' })(target, member, route);
  }
}

/** The version in If-Match, as a number; `0` stands for a record that is not there yet. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => versionOf(context.switchToHttp().getRequest<Request>().get('if-match')),
  [describe],
);
