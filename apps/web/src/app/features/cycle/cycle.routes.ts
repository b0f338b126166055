import type { Routes } from '@angular/router';
import { requires } from '../../platform/session/guards';

const form = () => import('./cycle-form-page').then((file) => file.CycleFormPage);

export const CYCLE_ROUTES: Routes = [
  { path: '', title: $localize`Kỳ đánh giá`, loadComponent: () => import('./cycles-page').then((file) => file.CyclesPage) },
  { path: 'new', title: $localize`Tạo kỳ đánh giá`, canActivate: [requires('cycle.edit')], loadComponent: form },
  { path: ':id', title: $localize`Kỳ đánh giá`, loadComponent: () => import('./cycle-page').then((file) => file.CyclePage) },
  { path: ':id/next', title: $localize`Tạo kỳ đánh giá năm sau`, canActivate: [requires('cycle.edit')], loadComponent: () => import('./next-cycle-page').then((file) => file.NextCyclePage) },
  { path: ':id/edit', title: $localize`Sửa kỳ đánh giá`, canActivate: [requires('cycle.edit')], loadComponent: form },
];
