/** The element before or after the one that has the focus, for the arrow keys; null where the key is another one or there is none. */
export function neighbourOf<T>(all: readonly T[], focused: unknown, key: string): T | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[key];
  const at = all.indexOf(focused as T);
  return step === undefined || at < 0 ? null : (all[at + step] ?? null);
}
