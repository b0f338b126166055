import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import { DomainError } from '../problem/domain-error';
import type { LiveSession, SignedInRequest } from './live-session';

const requestOf = (context: ExecutionContext): SignedInRequest => context.switchToHttp().getRequest<SignedInRequest>();

/** Whoever is signed in. Refuses on a public route that nobody signed in has entered. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) {
    throw new DomainError('access.unauthenticated');
  }
  return actor;
});

/** The session of the request, or null on a public route that nobody signed in has entered. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): LiveSession | null => requestOf(context).session ?? null);
