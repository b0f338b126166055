import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { sendsExplanationsFirst } from './sends-explanations-first';

/** `/:assessmentId` and `/:assessmentId/:code` are one page, so that what is being typed outlives a step to the next criterion. */
export function matchExplanation(segments: readonly UrlSegment[]): UrlMatchResult | null {
  const [assessmentId, code] = segments;
  if (!assessmentId || segments.length > 2) {
    return null;
  }
  return { consumed: [...segments], posParams: code ? { assessmentId, code } : { assessmentId } };
}

export const EXPLANATION_ROUTES: Routes = [
  {
    matcher: matchExplanation,
    title: $localize`Giải trình`,
    canDeactivate: [sendsExplanationsFirst],
    loadComponent: () => import('./explanation-page').then((file) => file.ExplanationPage),
  },
];
