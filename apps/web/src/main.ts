import { applyStoredTheme } from './app/platform/theme/stored-theme';
import { loadChosenLanguage } from './app/platform/language/load-language';

// The pages are imported only after the translations: their texts are taken when their modules are evaluated.
applyStoredTheme();
void loadChosenLanguage().then(() => import('./bootstrap'));
