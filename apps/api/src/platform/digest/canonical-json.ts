/**
 * JSON that is the same for the same content: members in the order of their names (by UTF-16 code unit), no blanks, fields that are
 * `undefined` left out. Numbers and texts are written as `JSON.stringify` writes them (RFC 8785), so a document that went through
 * PostgreSQL's `jsonb`, which orders members its own way, comes out the same.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((element) => canonicalJson(element ?? null)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${membersOf(value).join(',')}}`;
  }
  return scalar(value);
}

function membersOf(value: object): readonly string[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
}

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${value} has no place in JSON`);
  }
  const text = JSON.stringify(value);
  if (text === undefined) {
    throw new TypeError(`A ${typeof value} has no place in JSON`);
  }
  return text;
}
