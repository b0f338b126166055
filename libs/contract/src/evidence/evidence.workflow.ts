import type { DocumentUse, EvidenceAnchor, EvidenceDocumentView, PageBox } from './evidence.api';

/** Places that one document may have under one criterion. */
export const MOST_ANCHORS = 20;

/** The smallest side of a box, as a fraction of the page: less than that nobody sees. */
export const SMALLEST_SIDE = 0.005;

/** Whether a box lies on its page as a whole and can be seen. */
export function isBoxOnPage({ x, y, width, height }: PageBox): boolean {
  const numbers = [x, y, width, height].every((value) => Number.isFinite(value) && value >= 0 && value <= 1);
  return numbers && width >= SMALLEST_SIDE && height >= SMALLEST_SIDE && x + width <= 1 + Number.EPSILON && y + height <= 1 + Number.EPSILON;
}

/** The nearest box that lies on the page. */
export function boxOnPage({ x, y, width, height }: PageBox): PageBox {
  const side = (value: number): number => Math.min(1, Math.max(SMALLEST_SIDE, value));
  const [w, h] = [side(width), side(height)];
  return { x: Math.min(Math.max(0, x), 1 - w), y: Math.min(Math.max(0, y), 1 - h), width: w, height: h };
}

/** Whether a page is not there any more in a file of `pages` pages. Where nobody could count them, it is believed to be there. */
export const isPageGone = (page: number | null, pages: number | null): boolean => page !== null && pages !== null && page > pages;

/** What a place has become in the version that is shown: as it was set, set on another version, or on a page that is gone. */
export type AnchorStanding = 'current' | 'other-version' | 'page-gone';

export function anchorStanding(anchor: EvidenceAnchor & { readonly fileVersion: number }, file: { readonly fileVersion: number; readonly pages: number | null } | null): AnchorStanding {
  if (file && isPageGone(anchor.page, file.pages)) {
    return 'page-gone';
  }
  return file && file.fileVersion !== anchor.fileVersion ? 'other-version' : 'current';
}

/** Why a document may be too old, or too new, for the year that is assessed. Said, never enforced. */
export type FreshnessWarning =
  | { readonly kind: 'dated-before'; readonly issuedOn: string; readonly year: number }
  | { readonly kind: 'dated-after'; readonly issuedOn: string; readonly year: number }
  | { readonly kind: 'former-file'; readonly usedYear: number; readonly year: number };

type Dated = Pick<EvidenceDocumentView, 'issuedOn' | 'file'>;

/** What to say of a document before it supports an answer for `year`: its day lies outside, or its very file supported a former year. */
export function freshnessOf({ issuedOn, file }: Dated, uses: readonly DocumentUse[], year: number): readonly FreshnessWarning[] {
  const issued = issuedOn === null ? null : Number(issuedOn.slice(0, 4));
  const former = uses.filter((use) => use.year < year && file !== null && use.fileVersion === file.fileVersion).map((use) => use.year);
  return [
    ...(issuedOn !== null && issued !== null && issued < year ? [{ kind: 'dated-before', issuedOn, year } as const] : []),
    ...(issuedOn !== null && issued !== null && issued > year ? [{ kind: 'dated-after', issuedOn, year } as const] : []),
    ...(former.length > 0 ? [{ kind: 'former-file', usedYear: Math.max(...former), year } as const] : []),
  ];
}
