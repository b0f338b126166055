import type { Routes } from '@angular/router';

export const ORGANISATION_ROUTES: Routes = [
  { path: '', title: $localize`Cơ quan`, loadComponent: () => import('./agencies-page').then((file) => file.AgenciesPage) },
  { path: ':id/lineage', title: $localize`Sáp nhập, chia tách`, loadComponent: () => import('./lineage-page').then((file) => file.LineagePage) },
];
