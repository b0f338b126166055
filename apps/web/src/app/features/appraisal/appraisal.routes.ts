import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { keepsChanges } from '../../platform/navigation/unsaved-changes';

/** `/:assessmentId` and `/:assessmentId/:code` are one page: going from criterion to criterion keeps what was typed. */
function deskAddress(segments: UrlSegment[]): UrlMatchResult | null {
  const [assessmentId, code] = segments;
  if (!assessmentId || segments.length > 2) {
    return null;
  }
  return { consumed: segments, posParams: code ? { assessmentId, code } : { assessmentId } };
}

/** `/by-criterion/:cycleId/:groupCode` and `…/:code` are one page as well. */
function acrossAddress(segments: UrlSegment[]): UrlMatchResult | null {
  const [first, cycleId, groupCode, code] = segments;
  if (first?.path !== 'by-criterion' || !cycleId || !groupCode || segments.length > 4) {
    return null;
  }
  return { consumed: segments, posParams: code ? { cycleId, groupCode, code } : { cycleId, groupCode } };
}

export const APPRAISAL_ROUTES: Routes = [
  { path: '', pathMatch: 'full', title: $localize`Thẩm định`, loadComponent: () => import('./appraisals-page').then((file) => file.AppraisalsPage) },
  {
    matcher: acrossAddress,
    title: $localize`Thẩm định`,
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./by-criterion-page').then((file) => file.ByCriterionPage),
  },
  {
    matcher: deskAddress,
    title: $localize`Thẩm định`,
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./appraisal-page').then((file) => file.AppraisalPage),
  },
];
