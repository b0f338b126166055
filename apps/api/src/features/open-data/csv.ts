export type CsvValue = string | number | null;

/** What a spreadsheet program would compute: such a text gets an apostrophe before it. */
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180 in UTF-8 with a byte order mark, so that spreadsheet programs read Vietnamese; decimals with a point. No text becomes a formula. */
export function csvOf(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(value: CsvValue): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
