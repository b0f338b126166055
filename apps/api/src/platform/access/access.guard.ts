import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../problem/domain-error';
import { ALLOW, type Allowed } from './allow';
import { CsrfProtection, isSafe } from './csrf';
import { SessionReader, type SignedInRequest } from './live-session';
import { sessionTokenOf } from './session-cookie';

/** Stands before every route: finds who is asking, and keeps out whoever the route does not name. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly csrf: CsrfProtection,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOW, [context.getHandler(), context.getClass()]);
    await this.identify(request);
    if (!isSafe(request)) {
      this.csrf.assertSameOrigin(request);
    }
    return allowed === 'public' || this.admits(request, allowed ?? []);
  }

  private async identify(request: SignedInRequest): Promise<void> {
    const token = sessionTokenOf(request);
    const session = token && (await this.sessions.findLive(token));
    if (session) {
      request.session = session;
      request.actor = session.actor;
    }
  }

  private admits(request: SignedInRequest, allowed: Exclude<Allowed, 'public'>): boolean {
    const { session } = request;
    if (!session) {
      throw new DomainError('access.unauthenticated');
    }
    if (!isSafe(request)) {
      this.csrf.assertToken(request, session.id);
    }
    if (!allowed.some((permission) => session.actor.permissions.has(permission))) {
      throw new DomainError('access.denied');
    }
    return true;
  }
}
