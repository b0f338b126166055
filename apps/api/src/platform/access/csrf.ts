import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../config/config';
import { DomainError } from '../problem/domain-error';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafe = ({ method }: Request): boolean => SAFE_METHODS.has(method);

/**
 * Keeps other sites from writing with our cookie. A token made from the session's id and our secret must come back in a header,
 * which no form of another site can send; and a browser that says where the request comes from must name this very address.
 */
@Injectable()
export class CsrfProtection {
  constructor(private readonly config: Config) {}

  tokenOf(sessionId: string): string {
    return createHmac('sha256', this.config.SESSION_SECRET).update(`csrf:${sessionId}`).digest('base64url');
  }

  assertToken(request: Request, sessionId: string): void {
    const sent = Buffer.from(request.get('x-csrf-token') ?? '');
    const expected = Buffer.from(this.tokenOf(sessionId));
    if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) {
      throw new DomainError('request.csrf');
    }
  }

  /** Refuses a request that a browser marks as coming from another site. One that is no browser's says nothing, and passes. */
  assertSameOrigin(request: Request): void {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && !this.isOurs(origin, request));
    if (foreign) {
      throw new DomainError('request.csrf');
    }
  }

  private isOurs(origin: string, request: Request): boolean {
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    const own = this.config.publicUrl;
    return host !== null && (host === request.host || (own !== null && host === new URL(own).host));
  }
}
