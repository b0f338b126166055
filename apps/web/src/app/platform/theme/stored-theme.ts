/** What the reader chose; `system` follows the computer. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'par-index.theme';

export function storedTheme(): Theme {
  const stored = localStorage.getItem(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** Keeps the choice for the next visit and shows it at once. */
export function storeTheme(theme: Theme): void {
  localStorage.setItem(STORAGE_KEY, theme);
  applyStoredTheme();
}

/** Runs before the application starts, so that no page flashes in the wrong theme. */
export function applyStoredTheme(): void {
  document.documentElement.dataset['theme'] = storedTheme();
}
