import type { Routes } from '@angular/router';

const sitting = () => import('./council-page').then((file) => file.CouncilPage);

export const COUNCIL_ROUTES: Routes = [
  { path: '', pathMatch: 'full', title: $localize`Hội đồng`, loadComponent: sitting },
  { path: 'items/:itemId', title: $localize`Nội dung của Hội đồng`, loadComponent: () => import('./item-page').then((file) => file.ItemPage) },
  { path: ':cycleId/blind', title: $localize`Thẩm định độc lập`, loadComponent: () => import('./blind-page').then((file) => file.BlindPage) },
  { path: ':cycleId/assessments', title: $localize`Kết luận theo hồ sơ`, loadComponent: () => import('./conclusions-page').then((file) => file.ConclusionsPage) },
  { path: ':cycleId', title: $localize`Hội đồng`, loadComponent: sitting },
];
