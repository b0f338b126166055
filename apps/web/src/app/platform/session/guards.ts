import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@par-index/contract';
import { Session } from './session';

/** Sends whoever is not signed in to the sign-in page, and back afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const session = await inject(Session).ensure();
  return session ? true : router.createUrlTree(['/sign-in'], { queryParams: state.url === '/work' ? {} : { next: state.url } });
};

/** The sign-in page is for those who are not signed in yet. */
export const signedOut: CanActivateFn = async () => {
  const router = inject(Router);
  return (await inject(Session).ensure()) ? router.createUrlTree(['/work']) : true;
};

/** Lets in whoever holds any of them; shows everybody else the refusal in place of the page, at the address that was asked for. */
export const requires =
  (...anyOf: readonly Permission[]): CanActivateFn =>
  async () => {
    const router = inject(Router);
    const session = inject(Session);
    await session.ensure();
    return anyOf.some((permission) => session.can(permission)) ? true : new RedirectCommand(router.createUrlTree(['/forbidden']), { skipLocationChange: true });
  };
