import type { Routes } from '@angular/router';
import { requires } from '../../platform/session/guards';

const editing = [requires('survey.edit')];

export const SURVEY_ROUTES: Routes = [
  { path: '', pathMatch: 'full', title: $localize`Khảo sát`, loadComponent: () => import('./campaigns-page').then((file) => file.CampaignsPage) },
  { path: 'new', title: $localize`Đợt khảo sát mới`, canActivate: editing, loadComponent: () => import('./campaign-form-page').then((file) => file.CampaignFormPage) },
  { path: 'questionnaires', title: $localize`Mẫu phiếu khảo sát`, loadComponent: () => import('./questionnaires-page').then((file) => file.QuestionnairesPage) },
  { path: 'questionnaires/:id', title: $localize`Mẫu phiếu khảo sát`, loadComponent: () => import('./questionnaire-page').then((file) => file.QuestionnairePage) },
  { path: ':id/edit', title: $localize`Sửa đợt khảo sát`, canActivate: editing, loadComponent: () => import('./campaign-form-page').then((file) => file.CampaignFormPage) },
  { path: ':id', pathMatch: 'full', redirectTo: ':id/progress' },
  { path: ':id/:part', title: $localize`Đợt khảo sát`, loadComponent: () => import('./campaign-page').then((file) => file.CampaignPage) },
];
