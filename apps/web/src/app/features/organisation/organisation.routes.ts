import type { Routes } from '@angular/router';

export const ORGANISATION_ROUTES: Routes = [
  { path: '', title: $localize`Cơ quan`, loadComponent: () => import('./agencies-page').then((file) => file.AgenciesPage) },
];
