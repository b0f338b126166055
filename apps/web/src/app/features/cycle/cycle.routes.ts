import type { Routes } from '@angular/router';

export const CYCLE_ROUTES: Routes = [];
