const placeholders = (/** @type {string} */ text) => (text.match(/\{\$[^}]+\}/g) ?? []).sort().join(' ');

/**
 * What is between the texts of the application and their translations: ids without a translation, translations without a text, and those whose
 * placeholders differ.
 * @param {Readonly<Record<string, string>>} source @param {Readonly<Record<string, string>>} translated
 */
export function compare(source, translated) {
  const known = Object.keys(source);
  return {
    missing: known.filter((id) => !translated[id]?.trim()),
    stale: Object.keys(translated).filter((id) => source[id] === undefined),
    broken: known.filter((id) => translated[id]?.trim() && placeholders(source[id] ?? '') !== placeholders(translated[id])),
  };
}
