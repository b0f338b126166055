import type { Routes } from '@angular/router';

export const APPRAISAL_ROUTES: Routes = [];
