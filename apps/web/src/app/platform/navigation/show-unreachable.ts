import { ErrorHandler, inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

/** A page that could not be opened is replaced by one that says so, at the same address, so that loading again tries the same page. */
export function showUnreachable(error: NavigationError): RedirectCommand {
  inject(ErrorHandler).handleError(error.error);
  return new RedirectCommand(inject(Router).createUrlTree(['/unreachable']), { skipLocationChange: true });
}
