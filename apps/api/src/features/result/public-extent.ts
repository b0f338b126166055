import type { PublicField, PublicSheetView } from '@par-index/contract';

/** A sheet as far as the province makes it public: its fields always, criteria and remarks where it says so. */
export function asPublic(sheet: PublicSheetView, fields: ReadonlySet<PublicField>): PublicSheetView {
  const shown = fields.has('criteria') ? sheet.criteria : sheet.criteria.filter(({ depth }) => depth === 0);
  return { ...sheet, criteria: fields.has('remarks') ? shown : shown.map((line) => ({ ...line, remark: '' })) };
}
