import type { RuleKind } from '@par-index/scoring';
import { EMPTY } from './cell-text';
import type { Fields } from './fields';
import { freeId, idFrom } from './item-id';
import { type Notes, RowReading, type SheetTable } from './sheet-rows';
import { casePath } from './set-tables';
import { CASE_COLUMNS, type Column, EXAMPLE_COLUMNS, LINE_COLUMNS, LINE_FIELDS, MEASURE_FIELDS, RULE_COLUMNS, RULE_FIELDS } from './workbook-columns';
import { kindInWords } from './workbook-words';

export interface RuleTables {
  readonly lines: SheetTable;
  readonly cases: SheetTable;
  readonly examples: SheetTable;
}

/** Where a rule is read: the code of its leaf, the cases that lead to it, its JSON pointer. */
interface RulePlace {
  readonly code: string;
  readonly cases: string;
  readonly pointer: string;
}

const RULE_PATHS = RULE_COLUMNS.map(({ path }) => path).filter((path) => path !== 'kind');
const LINE_PATHS = LINE_COLUMNS.map(({ path }) => path).filter((path) => path !== 'code' && path !== 'case');

const keyOf = (code: string, cases: string): string => JSON.stringify([code, cases]);

/** The rows of one sheet by the rule that they belong to; what no rule took is left. */
class Shelf {
  private readonly rows = new Map<string, RowReading[]>();

  constructor(table: SheetTable, columns: readonly Column[], notes: Notes) {
    for (const line of table.rows) {
      const row = new RowReading(table, columns, line, notes);
      const key = keyOf(String(row.field('code') ?? ''), String(row.field('case') ?? ''));
      this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
    }
  }

  take({ code, cases }: RulePlace): readonly RowReading[] {
    const key = keyOf(code, cases);
    const taken = this.rows.get(key) ?? [];
    this.rows.delete(key);
    return taken;
  }

  left(): readonly RowReading[] {
    return [...this.rows.values()].flat();
  }
}

/** Rules put together from their row and from the sheets of their lines, cases and examples. */
export class RuleReader {
  private readonly lines: Shelf;
  private readonly cases: Shelf;
  private readonly examples: Shelf;
  private unread = false;

  constructor(
    tables: RuleTables,
    private readonly notes: Notes,
  ) {
    this.lines = new Shelf(tables.lines, LINE_COLUMNS, notes);
    this.cases = new Shelf(tables.cases, CASE_COLUMNS, notes);
    this.examples = new Shelf(tables.examples, EXAMPLE_COLUMNS, notes);
  }

  /** The rule of a row; undefined where it names no way to score. */
  rule(row: RowReading, place: RulePlace): Fields | undefined {
    const kind = row.field('kind') as RuleKind | undefined;
    this.notes.remember(place.pointer, row.place('kind'));
    this.unread ||= (kind === undefined && row.cell('kind') !== null) || row.field('code') === undefined;
    if (kind === undefined) {
      row.refuseOthers(RULE_PATHS, [], 'Cột này chỉ dùng khi đã chọn cách tính điểm. Hãy chọn cách tính điểm, hoặc để trống ô này.');
      return undefined;
    }
    return { kind, ...this.ownFields(row, kind, place), ...this.listOf(kind, place), ...this.casesOf(kind, place), ...this.examplesOf(place) };
  }

  /** Rows that belong to no rule of the tree. Where a code or a kind could not be read, their rows are not blamed as well. */
  refuseLeftOver(): void {
    if (this.unread) {
      return;
    }
    const words = 'Không có tiêu chí hoặc trường hợp nào dùng dòng này. Hãy kiểm tra mã tiêu chí, trường hợp và cách tính điểm.';
    for (const shelf of [this.lines, this.cases, this.examples]) {
      shelf.left().forEach((row) => row.refuse('code', words));
    }
  }

  private ownFields(row: RowReading, kind: RuleKind, { pointer }: RulePlace): Fields {
    const used = RULE_FIELDS[kind];
    const type = used.includes('measure') ? (row.field('measure.type') as keyof typeof MEASURE_FIELDS | undefined) : undefined;
    const measure = type === undefined ? [] : Object.keys(MEASURE_FIELDS[type]).map((place) => `measure.${place}`);
    const because = `Cách tính «${kindInWords(kind)}» không dùng cột này${type === undefined ? '' : ' với loại số liệu đã chọn'}. Hãy để trống ô.`;
    row.refuseOthers(RULE_PATHS, [...used, ...measure, ...(used.includes('measure') ? ['measure.type'] : [])], because);
    const own = row.fields(used.filter((path) => path !== 'measure' && path !== 'way'), pointer);
    return { ...own, ...this.wayOf(row, kind, pointer), ...(used.includes('measure') ? this.measureOf(row, type, `${pointer}/measure`) : {}) };
  }

  private wayOf(row: RowReading, kind: RuleKind, pointer: string): Fields {
    const name = kind === 'checklist' ? 'award' : 'start';
    const way = RULE_FIELDS[kind].includes('way') ? (row.field('way') as string | undefined) : undefined;
    if (way === undefined) {
      return {};
    }
    this.notes.remember(`${pointer}/${name}`, row.place('way'));
    if ((kind === 'checklist') !== ['sum', 'all'].includes(way)) {
      row.refuse('way', `Lựa chọn này không dùng cho cách tính «${kindInWords(kind)}». Hãy chọn lại.`);
    }
    return { [name]: way };
  }

  private measureOf(row: RowReading, type: keyof typeof MEASURE_FIELDS | undefined, pointer: string): Fields {
    this.notes.remember(pointer, row.place('measure.type'));
    if (type === undefined) {
      return {};
    }
    const names: readonly (readonly [string, string])[] = Object.entries(MEASURE_FIELDS[type]);
    const fields = names.map(([place, name]) => {
      this.notes.remember(`${pointer}/${name}`, row.place(`measure.${place}`));
      return [name, row.field(`measure.${place}`) ?? (name === 'unit' ? '' : undefined)] as const;
    });
    return { measure: { type, ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) } };
  }

  private listOf(kind: RuleKind, place: RulePlace): Fields {
    const shape = LINE_FIELDS[kind];
    if (shape === undefined) {
      return {};
    }
    const rows = this.lines.take(place);
    const because = `Cách tính «${kindInWords(kind)}» không dùng cột này. Hãy để trống ô.`;
    const list = rows.map((row, index) => {
      row.refuseOthers(LINE_PATHS, shape.fields, because);
      return row.fields(shape.fields, `${place.pointer}/${shape.list}/${index}`);
    });
    return { [shape.list]: shape.fields.includes('id') ? withIds(list) : list };
  }

  private casesOf(kind: RuleKind, place: RulePlace): Fields {
    if (kind !== 'bestOf') {
      return {};
    }
    const rows = this.cases.take(place);
    const pointerOf = (index: number): string => `${place.pointer}/cases/${index}`;
    const named = withIds(rows.map((row, index) => row.fields(['id', 'label'], pointerOf(index))));
    const cases = rows.map((row, index) => {
      const fields = named[index] ?? {};
      const inner = { code: place.code, cases: casePath(place.cases, String(fields['id'])), pointer: `${pointerOf(index)}/rule` };
      const rule = this.rule(row, inner);
      return rule === undefined ? fields : { ...fields, rule };
    });
    return { cases };
  }

  private examplesOf(place: RulePlace): Fields {
    const rows = this.examples.take(place);
    if (rows.length === 0) {
      return {};
    }
    const told = rows.filter((row) => row.cell('given') !== EMPTY);
    return { examples: told.map((row, index) => row.fields(['given', 'expected'], `${place.pointer}/examples/${index}`)) };
  }
}

/** What a person left without an id gets one from its label, such as `ban-hanh-kip-thoi`. */
function withIds(list: readonly Fields[]): readonly Fields[] {
  const taken = new Set(list.map(({ id }) => id).filter((id) => id !== undefined));
  return list.map((fields, index) => {
    if (fields['id'] !== undefined) {
      return fields;
    }
    const id = freeId(idFrom(String(fields['label'] ?? ''), index), taken);
    taken.add(id);
    return { id, ...fields };
  });
}
