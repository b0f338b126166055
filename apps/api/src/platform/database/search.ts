/** The pattern of `fold(column) LIKE fold(:pattern)`: the words anywhere, without accents and case, `%` and `_` as themselves. */
export const containing = (search: string): string => `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;

/** Vietnamese order of names: An, Ánh, Ăn, Ân, Bình, Dương, Đặng. To be appended to a column. */
export const VIETNAMESE_ORDER = 'COLLATE "vi-x-icu"';
