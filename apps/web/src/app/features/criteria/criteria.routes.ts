import type { Routes } from '@angular/router';

export const CRITERIA_ROUTES: Routes = [];
