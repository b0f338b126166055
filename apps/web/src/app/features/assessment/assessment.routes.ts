import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { sendsDraftsFirst } from './sends-drafts-first';

/** `:id` and `:id/:code` are one page, so that what is being typed outlives a step to the next criterion. */
export function matchAssessment(segments: readonly UrlSegment[]): UrlMatchResult | null {
  const [id, code] = segments;
  if (!id || segments.length > 2) {
    return null;
  }
  return { consumed: [...segments], posParams: code ? { id, code } : { id } };
}

export const ASSESSMENT_ROUTES: Routes = [
  { path: '', pathMatch: 'full', title: $localize`Tự đánh giá`, loadComponent: () => import('./assessments-page').then((file) => file.AssessmentsPage) },
  {
    matcher: matchAssessment,
    title: $localize`Tự đánh giá`,
    canDeactivate: [sendsDraftsFirst],
    loadComponent: () => import('./assessment-page').then((file) => file.AssessmentPage),
  },
];
