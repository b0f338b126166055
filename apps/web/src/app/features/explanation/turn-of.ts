/** Alt+↑ and Alt+↓ lead to the criterion before and after, also from within a field. */
export function turnOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): 'previous' | 'next' | 'none' {
  if (!altKey || ctrlKey || metaKey || shiftKey) {
    return 'none';
  }
  return key === 'ArrowUp' ? 'previous' : key === 'ArrowDown' ? 'next' : 'none';
}
