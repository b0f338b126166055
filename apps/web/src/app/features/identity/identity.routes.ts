import type { Routes } from '@angular/router';

export const IDENTITY_ROUTES: Routes = [
  { path: '', title: $localize`Người dùng`, loadComponent: () => import('./users-page').then((file) => file.UsersPage) },
  { path: 'import', title: $localize`Nhập người dùng từ Excel`, loadComponent: () => import('./user-import-page').then((file) => file.UserImportPage) },
];
