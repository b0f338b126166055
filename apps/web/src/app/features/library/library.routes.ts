import type { Routes } from '@angular/router';

export const LIBRARY_ROUTES: Routes = [
  { path: '', title: $localize`Kho tài liệu`, loadComponent: () => import('./library-page').then((file) => file.LibraryPage) },
  { path: ':id', title: $localize`Tài liệu`, loadComponent: () => import('./document-page').then((file) => file.DocumentPage) },
];
