import type { Routes } from '@angular/router';

export const PETITION_ROUTES: Routes = [
  { path: '', pathMatch: 'full', title: $localize`Kiến nghị`, loadComponent: () => import('./petitions-page').then((file) => file.PetitionsPage) },
  { path: ':assessmentId', title: $localize`Kiến nghị của cơ quan`, loadComponent: () => import('./agency-petitions-page').then((file) => file.AgencyPetitionsPage) },
];
