/** The header that says which version was edited; `0` where nothing was stored yet. */
export function ifMatch(version: number): { readonly headers: { readonly 'If-Match': string } } {
  return { headers: { 'If-Match': `"${version}"` } };
}
