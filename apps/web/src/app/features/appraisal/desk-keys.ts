/** What a key does on the desk. */
export type DeskKey = 'accept' | 'correct' | 'award' | 'next' | 'previous' | 'save';

const LETTERS: Readonly<Record<string, DeskKey>> = { a: 'accept', c: 'correct', g: 'award', j: 'next', k: 'previous', ArrowDown: 'next', ArrowUp: 'previous' };

/** Where letters are text, or arrows belong to the field. */
const FIELDS = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"]';
/** Where arrows scroll, or go from choice to choice. */
const ARROW_PLACES = 'input, summary, [role="region"][tabindex="0"]';
/** What lies over the desk. */
const OVERLAYS = '[role="dialog"], [role="menu"], dialog';

/** The command of a key press, or null: while something is typed, in a dialog, or with a modifier, keys keep their own meaning. Ctrl+Enter saves from every field. */
export function deskKeyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'target'>): DeskKey | null {
  const at = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.isComposing || event.altKey || at?.closest(OVERLAYS)) {
    return null;
  }
  if (event.ctrlKey || event.metaKey) {
    return event.key === 'Enter' ? 'save' : null;
  }
  if (at?.matches(FIELDS) || (event.key.startsWith('Arrow') && at?.matches(ARROW_PLACES))) {
    return null;
  }
  return LETTERS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
