import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { APP_ROUTES } from './app.routes';
import { HeadingFocus } from './ui/page-header/heading-focus';
import { showUnreachable } from './platform/navigation/show-unreachable';
import { PageTitle } from './platform/navigation/page-title';
import { csrfToken } from './platform/session/csrf-token';
import { refusals } from './platform/problem/refusals';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([csrfToken, refusals])),
    provideRouter(
      APP_ROUTES,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(showUnreachable),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    provideAppInitializer(() => inject(HeadingFocus).follow()),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
