/** Whether a code, or one above it, is among `codes`: an exempt code takes its whole subtree out. */
export function isInTree(code: string, codes: readonly string[]): boolean {
  return codes.some((one) => code === one || code.startsWith(`${one}.`));
}
