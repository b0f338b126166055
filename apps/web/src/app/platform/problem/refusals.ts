import type { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { Session } from '../session/session';
import { refusalOf } from './refusal';

/** Turns every failed answer into a `Refusal`; a session that ended meanwhile leads to the sign-in page and back. */
export const refusals: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal.code === 'access.unauthenticated') {
        leaveForSignIn(injector);
      }
      return throwError(() => refusal);
    }),
  );
};

function leaveForSignIn(injector: Injector): void {
  const session = injector.get(Session);
  if (!session.view()) {
    return;
  }
  session.forget();
  const router = injector.get(Router);
  void router.navigate(['/sign-in'], { queryParams: { next: router.url } });
}
