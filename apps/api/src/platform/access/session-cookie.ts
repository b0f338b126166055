import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** `__Host-` binds the cookie to this very host, and only over https. Plain http, such as a demonstration on one's own machine, can't have it. */
const SECURE_NAME = '__Host-par';
const PLAIN_NAME = 'par';

const nameFor = (request: Request): string => (request.secure ? SECURE_NAME : PLAIN_NAME);

const optionsFor = (request: Request): CookieOptions => ({ httpOnly: true, secure: request.secure, sameSite: 'lax', path: '/' });

/** The token in the request's cookie, or null. */
export function sessionTokenOf(request: Request): string | null {
  const { cookie } = request.headers;
  return (cookie && parseCookie(cookie)[nameFor(request)]) || null;
}

/** Gone when the browser closes; the server ends it earlier when it is not used. */
export function giveSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(nameFor(request), token, optionsFor(request));
}

export function takeSessionCookie(request: Request, response: Response): void {
  response.clearCookie(nameFor(request), optionsFor(request));
}
