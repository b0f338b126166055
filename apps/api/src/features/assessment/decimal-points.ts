/** Decimal text of at most 4 decimals as the number that JSON shows; nothing is computed with it. */
export const numberOf = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** Points as the library gives them, as the decimal text that the database keeps. */
export const decimalOf = (points: number | null): string | null => (points === null ? null : String(points));
