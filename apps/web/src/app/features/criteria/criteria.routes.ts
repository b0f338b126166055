import type { Routes } from '@angular/router';
import { requires } from '../../platform/session/guards';
import { sendsDraftFirst } from './editor/sends-draft-first';

export const CRITERIA_ROUTES: Routes = [
  { path: '', title: $localize`Bộ tiêu chí`, loadComponent: () => import('./criteria-sets-page').then((file) => file.CriteriaSetsPage) },
  {
    path: 'load',
    title: $localize`Nạp bộ tiêu chí`,
    canActivate: [requires('criteria-set.edit')],
    loadComponent: () => import('./load-criteria-set-page').then((file) => file.LoadCriteriaSetPage),
  },
  {
    path: ':id/edit',
    title: $localize`Soạn bộ tiêu chí`,
    canActivate: [requires('criteria-set.edit')],
    canDeactivate: [sendsDraftFirst],
    loadComponent: () => import('./editor/editor-page').then((file) => file.EditorPage),
  },
  {
    path: ':id/difference',
    title: $localize`So sánh hai bản`,
    canActivate: [requires('criteria-set.edit')],
    loadComponent: () => import('./versions/difference-page').then((file) => file.DifferencePage),
  },
  {
    path: ':id/replay',
    title: $localize`Chấm lại kỳ đã có`,
    canActivate: [requires('criteria-set.edit')],
    loadComponent: () => import('./versions/replay-page').then((file) => file.ReplayPage),
  },
  {
    path: ':id/import-doubts',
    title: $localize`Những dòng cần người xem`,
    canActivate: [requires('criteria-set.edit')],
    loadComponent: () => import('./import-doubts-page').then((file) => file.ImportDoubtsPage),
  },
  { path: ':id', title: $localize`Bộ tiêu chí`, loadComponent: () => import('./criteria-set-page').then((file) => file.CriteriaSetPage) },
];
