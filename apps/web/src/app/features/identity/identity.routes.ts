import type { Routes } from '@angular/router';

export const IDENTITY_ROUTES: Routes = [];
