import type { FieldError, SheetError } from '@par-index/contract';

/** The bad cells that a refused import names: its pointers are `/Sheet/B7`. */
export function sheetErrorsOf(fields: readonly FieldError[]): readonly SheetError[] {
  return fields.map(({ pointer, detail }) => {
    const [sheet = '', cell = ''] = pointer.split('/').slice(1);
    return { sheet, cell, detail };
  });
}
