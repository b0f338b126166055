import type { Routes } from '@angular/router';

/** For who is signed in. */
export const RECEIPT_ROUTES: Routes = [
  { path: ':number', title: $localize`Biên nhận`, loadComponent: () => import('./receipt-page').then((file) => file.ReceiptPage) },
];

const check = () => import('./receipt-check-page').then((file) => file.ReceiptCheckPage);

/** For everybody. */
export const RECEIPT_CHECK_ROUTES: Routes = [
  { path: '', title: $localize`Kiểm tra biên nhận`, loadComponent: check },
  { path: ':number', title: $localize`Kiểm tra biên nhận`, loadComponent: check },
];
