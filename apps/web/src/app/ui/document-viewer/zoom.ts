/** Sizes that the buttons go through; `fit` is the width of the pane. */
export const ZOOM_STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
export type Zoom = number | 'fit';

/** The next size up or down from the one on the screen. At the ends it stays. */
export function nextZoom(scale: number, direction: 'in' | 'out'): number {
  const larger = ZOOM_STEPS.find((step) => step > scale + 0.01);
  const smaller = [...ZOOM_STEPS].reverse().find((step) => step < scale - 0.01);
  return (direction === 'in' ? larger : smaller) ?? scale;
}

/** How many points of the page go on a pixel, so that the page is as wide as the pane or as large as was asked for. */
export function scaleFor(zoom: Zoom, pageWidth: number, paneWidth: number): number {
  return zoom === 'fit' ? Math.max(0.1, paneWidth / pageWidth) : zoom;
}

/** A page number within the document; the first for what is no page. */
export function pageWithin(page: number | null, pages: number): number {
  return page === null || !Number.isInteger(page) ? 1 : Math.min(Math.max(page, 1), Math.max(pages, 1));
}
