import { loadTranslations } from '@angular/localize';

/** Vietnamese is the source text of every page; the others are files under `/i18n`. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'par-index.language';

export function chosenLanguage(): Language {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'vi';
}

/** The language that the page is shown in: the chosen one, unless its file could not be loaded. */
export const shownLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'vi');

/** Takes effect with a new page load, because texts are taken when their modules are evaluated. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
  location.reload();
}

/** Loads the translations of the chosen language. Without them (offline, file gone) the pages stay Vietnamese. */
export async function loadChosenLanguage(): Promise<void> {
  const language = chosenLanguage();
  if (language === 'vi') {
    return;
  }
  try {
    const answer = await fetch(`/i18n/${language}.json`);
    const { translations } = (await answer.json()) as { translations: Record<string, string> };
    loadTranslations(translations);
    document.documentElement.lang = language;
  } catch {
    document.documentElement.lang = 'vi';
  }
}
