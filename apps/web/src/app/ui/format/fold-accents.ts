/** «Đúng hạn» and «dung han» are the same to whoever searches. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** Whether every word of the search is somewhere in the text, without regard to accents and case. */
export function matchesSearch(text: string, search: string): boolean {
  const folded = fold(text);
  return fold(search).split(/\s+/).every((word) => folded.includes(word));
}
