import type { Routes } from '@angular/router';

export const PUBLIC_ROUTES: Routes = [];
