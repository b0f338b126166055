import type { Routes } from '@angular/router';

const ranking = () => import('./public-ranking-page').then((file) => file.PublicRankingPage);

export const PUBLIC_ROUTES: Routes = [
  {
    path: '',
    loadComponent: () => import('./public-shell').then((file) => file.PublicShell),
    children: [
      { path: '', title: $localize`Kết quả công bố`, loadComponent: ranking },
      { path: 'method', title: $localize`Cách tính chỉ số`, loadComponent: () => import('./method-page').then((file) => file.MethodPage) },
      { path: ':year/agencies/:code', title: $localize`Kết quả của cơ quan`, loadComponent: () => import('./public-sheet-page').then((file) => file.PublicSheetPage) },
      { path: ':year/:groupCode', title: $localize`Kết quả công bố`, loadComponent: ranking },
    ],
  },
];
