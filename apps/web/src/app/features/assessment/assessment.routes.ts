import type { Routes } from '@angular/router';

export const ASSESSMENT_ROUTES: Routes = [];
