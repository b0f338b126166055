import type { Routes } from '@angular/router';

export const RESULT_ROUTES: Routes = [];
