import { type Column, nextOrder, ordered } from './table-order';

interface Row {
  readonly name: string;
  readonly points: number | null;
}

const NAME: Column<Row> = { id: 'name', head: 'Tên', value: (row) => row.name };
const POINTS: Column<Row> = { id: 'points', head: 'Điểm', value: (row) => row.points, falling: true };
const ROWS: readonly Row[] = [
  { name: 'Đà', points: 2 },
  { name: 'An', points: null },
  { name: 'Ân', points: 10 },
  { name: 'Bình', points: 2 },
];
const names = (rows: readonly Row[]): readonly string[] => rows.map(({ name }) => name);

describe('the order of a table', () => {
  it('is as it came while nothing is asked for', () => {
    expect(ordered(ROWS, [NAME], null)).toBe(ROWS);
  });

  it('sorts names the Vietnamese way', () => {
    expect(names(ordered(ROWS, [NAME], { column: 'name', rising: true }))).toEqual(['An', 'Ân', 'Bình', 'Đà']);
  });

  it('sorts figures as figures, what is unknown last either way, equals in their place', () => {
    expect(names(ordered(ROWS, [POINTS], { column: 'points', rising: false }))).toEqual(['Ân', 'Đà', 'Bình', 'An']);
    expect(names(ordered(ROWS, [POINTS], { column: 'points', rising: true }))).toEqual(['Đà', 'Bình', 'Ân', 'An']);
  });

  it('leaves the rows given untouched', () => {
    ordered(ROWS, [NAME], { column: 'name', rising: true });
    expect(names(ROWS)).toEqual(['Đà', 'An', 'Ân', 'Bình']);
  });

  it('goes from the own direction to the other and back to none', () => {
    const first = nextOrder(POINTS, null);
    const second = nextOrder(POINTS, first);
    expect(first).toEqual({ column: 'points', rising: false });
    expect(second).toEqual({ column: 'points', rising: true });
    expect(nextOrder(POINTS, second)).toBeNull();
  });

  it('begins anew with another column', () => {
    expect(nextOrder(NAME, { column: 'points', rising: false })).toEqual({ column: 'name', rising: true });
  });
});
