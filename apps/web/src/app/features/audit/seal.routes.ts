import type { Routes } from '@angular/router';

const check = () => import('./seal-check-page').then((file) => file.SealCheckPage);

/** For everybody. */
export const SEAL_CHECK_ROUTES: Routes = [
  { path: '', title: $localize`Niêm phong nhật ký`, loadComponent: check },
  { path: ':root', title: $localize`Niêm phong nhật ký`, loadComponent: check },
];
