import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SessionToken } from './session-token';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Puts the session's token on every write to our own API. */
export const csrfToken: HttpInterceptorFn = (request, next) => {
  const token = inject(SessionToken).get();
  const wanted = token !== null && request.url.startsWith('/api/') && !READS.includes(request.method);
  return next(wanted ? request.clone({ setHeaders: { 'X-CSRF-Token': token } }) : request);
};
