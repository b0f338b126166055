import type { Routes } from '@angular/router';
import { requires } from '../../platform/session/guards';

const title = $localize`Phân công thẩm định`;
const people = () => import('./people-page').then((file) => file.PeoplePage);

export const ASSIGNMENT_ROUTES: Routes = [
  { path: '', title, loadComponent: () => import('./assignment-start').then((file) => file.AssignmentStart) },
  { path: 'absences', title: $localize`Ủy quyền khi vắng mặt`, canActivate: [requires('delegation.edit')], loadComponent: () => import('./absences-page').then((file) => file.AbsencesPage) },
  { path: ':cycleId', title, canActivate: [requires('assignment.read', 'council.read')], loadComponent: () => import('./matrix-page').then((file) => file.MatrixPage) },
  { path: ':cycleId/people', title: $localize`Chia việc thẩm định`, canActivate: [requires('assignment.read')], loadComponent: people },
  { path: ':cycleId/people/:agencyId', title: $localize`Chia việc thẩm định`, canActivate: [requires('assignment.read')], loadComponent: people },
];
