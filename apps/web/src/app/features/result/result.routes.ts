import type { Routes } from '@angular/router';

const ranking = () => import('./ranking-page').then((file) => file.RankingPage);

export const RESULT_ROUTES: Routes = [
  { path: '', title: $localize`Kết quả`, loadComponent: ranking },
  { path: ':cycleId/:groupCode', title: $localize`Kết quả`, loadComponent: ranking },
  { path: ':cycleId/:groupCode/:agencyId', title: $localize`Kết quả của cơ quan`, loadComponent: () => import('./sheet-page').then((file) => file.SheetPage) },
];
