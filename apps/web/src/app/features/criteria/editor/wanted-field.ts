const FIELDS = 'input, select, textarea, button';

/** The control that stands nearest to a place of the draft: at it, or at what holds it. */
export function fieldOf(form: HTMLElement | undefined, place: string): HTMLElement | null {
  const marked = [...(form?.querySelectorAll<HTMLElement>('[data-at]') ?? [])].map((element) => ({ element, at: element.dataset['at'] ?? '' }));
  const holding = marked.filter(({ at }) => at === place || place.startsWith(`${at}/`));
  const nearest = holding.sort((one, other) => other.at.length - one.at.length)[0]?.element ?? form;
  return nearest?.matches(FIELDS) ? nearest : (nearest?.querySelector<HTMLElement>(FIELDS) ?? null);
}
