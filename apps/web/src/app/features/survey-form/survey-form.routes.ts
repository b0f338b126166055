import type { Routes } from '@angular/router';

export const SURVEY_FORM_ROUTES: Routes = [
  { path: 'moi', title: $localize`Phiếu khảo sát theo thư mời`, loadComponent: () => import('./invited-form-page').then((file) => file.InvitedFormPage) },
  { path: 'kiosk', title: $localize`Khảo sát tại quầy`, loadComponent: () => import('./kiosk-page').then((file) => file.KioskPage) },
  { path: ':linkCode', title: $localize`Phiếu khảo sát`, loadComponent: () => import('./link-form-page').then((file) => file.LinkFormPage) },
];
