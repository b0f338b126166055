import type { Routes } from '@angular/router';

export const ORGANISATION_ROUTES: Routes = [];
