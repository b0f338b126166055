import type { CompiledLeaf } from '../model/compiled-set';

/** Whether one of the codes takes the leaf out: its own, or that of a node above it. `1` does not touch `10`. */
export function isExempt({ code, path }: CompiledLeaf, exempt: readonly string[]): boolean {
  return exempt.some((it) => it === code || path.includes(it));
}
