import { folded, isAmbiguous, numberOf } from './cell-text';
import type { WordCell, WordRow } from './word-table';

/** One row of the table of criteria by what its columns mean. Texts by paragraph. */
export interface CriteriaRow {
  /** Counts all rows of all tables of the document, from 1. */
  readonly number: number;
  readonly ordinal: string;
  readonly title: readonly string[];
  /** As printed; null where it can't be read as one number. */
  readonly max: number | null;
  readonly maxText: string;
  readonly rule: readonly string[];
  readonly evidence: readonly string[];
  readonly appraiser: readonly string[];
  readonly note: readonly string[];
}

const ROLES = {
  ordinal: /^(?:stt|tt|so tt|so thu tu|ma|ma tieu chi|ma so)$/,
  title: /linh vuc|tieu chi|noi dung/,
  max: /diem (?:toi da|chuan)|thang diem|^diem$/,
  rule: /cach (?:tinh|cham|danh gia)|phuong phap (?:tinh|danh gia)|muc diem/,
  evidence: /kiem chung|minh chung|tlkc/,
  appraiser: /(?:co quan|don vi) (?:tham dinh|cham|theo doi)/,
  note: /ghi chu|huong dan/,
} as const;

type Role = keyof typeof ROLES;
type Columns = ReadonlyMap<Role, Pick<WordCell, 'column' | 'span'>>;

const textOf = ({ paragraphs }: WordCell): string => folded(paragraphs.join(' '));

/** The head of a column is a few words. */
const LONGEST_HEAD = 80;
const hasOrdinal = (row: WordRow): boolean => /^(?:\d+(?:\.\d+)*|[ivx]+)\.?$/.test(row.cells[0] ? textOf(row.cells[0]) : '');

/** What each column means, if the row is a head: it has no ordinal, and names at least the criteria and their points. */
function columnsOf(row: WordRow): Columns | null {
  if (hasOrdinal(row)) {
    return null;
  }
  const columns = new Map<Role, Pick<WordCell, 'column' | 'span'>>();
  for (const cell of row.cells) {
    const role = (Object.keys(ROLES) as readonly Role[]).find((one) => !columns.has(one) && ROLES[one].test(textOf(cell)));
    if (role !== undefined && textOf(cell).length < LONGEST_HEAD) {
      columns.set(role, cell);
    }
  }
  return columns.has('title') && columns.has('max') ? columns : null;
}

const cellsAt = (row: WordRow, place: Pick<WordCell, 'column' | 'span'> | undefined): readonly WordCell[] =>
  place === undefined ? [] : row.cells.filter(({ column, span }) => column < place.column + place.span && column + span > place.column);

/** The paragraphs below a head. A cell that goes on from above says nothing of its own. */
function paragraphsAt(row: WordRow, columns: Columns, role: Role): readonly string[] {
  return cellsAt(row, columns.get(role)).flatMap((cell) => (cell.continued ? [] : cell.paragraphs));
}

/** A row that numbers the columns: `1 2 3`, `(1) (2) (3)`, `A B 1 2`. */
function numbersColumns(row: WordRow): boolean {
  const texts = row.cells.map(textOf).filter((text) => text !== '');
  return texts.length > 2 && texts.every((text) => /^\(?(?:\d{1,2}|[a-h])\)?(?:\s*=.*)?$/.test(text)) && new Set(texts).size === texts.length;
}

const isTotal = ({ ordinal, title, maxText }: CriteriaRow): boolean => ordinal === '' && maxText !== '' && /^(?:tong(?: cong| diem| so| so diem| diem toi da)?|cong)$/.test(folded(title.join(' '))) && title.length === 1;

/** A number with words for points behind it, such as `5 điểm`. */
export function pointsOf(text: string): number | null {
  const figure = text.replace(/\s*(?:điểm|đ)\.?$/iu, '').trim();
  return isAmbiguous(figure) ? null : numberOf(figure);
}

function rowOf(row: WordRow, columns: Columns): CriteriaRow {
  const at = (role: Role): readonly string[] => paragraphsAt(row, columns, role);
  const maxText = at('max').join(' ');
  const [ordinal, title] = columns.has('ordinal') ? [at('ordinal').join(' '), at('title')] : splitOrdinal(at('title'));
  return { number: row.number, ordinal, title, max: pointsOf(maxText), maxText, rule: at('rule'), evidence: at('evidence'), appraiser: at('appraiser'), note: at('note') };
}

/** `1.2. Báo cáo` in one cell, where no column is for the ordinals. */
function splitOrdinal([first = '', ...rest]: readonly string[]): readonly [string, readonly string[]] {
  const [, ordinal, title] = /^((?:\d+(?:\.\d+)*|[IVX]+)\.?)\s+(\S.*)$/su.exec(first) ?? [];
  return ordinal === undefined || title === undefined ? ['', [first, ...rest].filter((text) => text !== '')] : [ordinal, [title, ...rest]];
}

const isEmpty = ({ ordinal, title, maxText, rule }: CriteriaRow): boolean => ordinal === '' && title.length === 0 && maxText === '' && rule.length === 0;

export interface CriteriaTable {
  readonly rows: readonly CriteriaRow[];
  /** What the document states as the sum of everything; null where it states none. */
  readonly total: number | null;
  readonly hasRuleColumn: boolean;
}

/**
 * The rows of criteria of all tables that have their head, or go on from one that has. Heads that are repeated, rows that number the
 * columns and the row of the total are left out; null where no table names criteria and their points.
 */
export function criteriaTable(rows: readonly WordRow[]): CriteriaTable | null {
  const found: CriteriaRow[] = [];
  let columns: Columns | null = null;
  let table = 0;
  let width = 0;
  for (const row of rows) {
    const head = columnsOf(row);
    const extent = row.cells.reduce((most, { column, span }) => Math.max(most, column + span), 0);
    if (head && (row.isHead || found.length === 0 || table !== row.table || isRepeated(head, columns))) {
      columns = head;
      width = extent;
    } else if (columns && (table === row.table || extent === width) && !isBelowHead(row, columns) && !numbersColumns(row)) {
      found.push(rowOf(row, columns));
    } else if (columns && table !== row.table && extent !== width) {
      columns = null;
    }
    table = row.table;
  }
  const kept = found.filter((row) => !isEmpty(row));
  const total = kept.filter(isTotal).at(-1)?.max ?? null;
  return kept.length === 0 ? null : { rows: kept.filter((row) => !isTotal(row)), total, hasRuleColumn: columns?.has('rule') ?? false };
}

const isRepeated = (head: Columns, columns: Columns | null): boolean => columns !== null && head.size === columns.size && [...head.keys()].every((role) => columns.get(role)?.column === head.get(role)?.column);

/** The second row of a head: its cells of the criteria and of the points go on from above. */
const isBelowHead = (row: WordRow, columns: Columns): boolean =>
  row.isHead || (cellsAt(row, columns.get('title')).some(({ continued }) => continued) && cellsAt(row, columns.get('max')).some(({ continued }) => continued) && row.cells.every((cell) => cell.continued || /^(?:tu danh gia|tu cham|.*danh gia|.*tham dinh|.*xhh|dieu tra.*|diem.*|)$/.test(textOf(cell))));
