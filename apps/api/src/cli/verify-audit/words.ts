import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE =
  'Cách dùng: npm run verify-audit [-- --root GỐC | --export TỆP [--open] | --file TỆP [--keys KHÓA]]. TỆP có đuôi .gz thì được nén.';

export interface VerifyWords {
  readonly root?: string;
  readonly export?: string;
  readonly open?: boolean;
  readonly file?: string;
  readonly keys?: string;
}

/** What was typed, or null where it makes no sense. */
export function wordsOf(words: readonly string[]): VerifyWords | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { root: text, export: text, open: { type: 'boolean' }, file: text, keys: text } });
    const modes = [values.root, values.export, values.file].filter((value) => value !== undefined);
    const alone = modes.length <= 1 && (values.open !== true || values.export !== undefined) && (values.keys === undefined || values.file !== undefined);
    return alone ? values : null;
  } catch {
    return null;
  }
}

/** npm changes to the workspace; paths are meant from where the command was given. */
export const placed = (file: string): string => resolve(process.env['INIT_CWD'] ?? '', file);

export function progressLine({ checked, total }: { readonly checked: number; readonly total: number }): string {
  return `… ${String(checked)} / ${String(total)} dòng (${String(total === 0 ? 100 : Math.min(100, Math.floor((checked * 100) / total)))}%)`;
}
