import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export type Row = Readonly<Record<string, unknown>>;

/** Rows by table, gathered first and written in one statement a table and batch. */
export class Rows {
  private readonly byTable = new Map<string, Row[]>();
  private readonly known = new Set<string>();

  /** Adds a row under a fresh id, which it gives back. */
  add(table: string, row: Row): string {
    const id = randomUUID();
    this.push(table, { id, ...row });
    return id;
  }

  /** Adds a row that brings its own key, unless that key has been added before. */
  addOnce(table: string, key: string, row: Row): void {
    if (!this.known.has(`${table} ${key}`)) {
      this.known.add(`${table} ${key}`);
      this.push(table, row);
    }
  }

  /** Writes every table in the order in which it was first added to; a referenced table has to be added to first. */
  async write(em: EntityManager): Promise<void> {
    for (const [table, rows] of this.byTable) {
      for (let from = 0; from < rows.length; from += 2000) {
        await insertRows(em, table, rows.slice(from, from + 2000));
      }
    }
  }

  private push(table: string, row: Row): void {
    const rows = this.byTable.get(table) ?? [];
    rows.push(row);
    this.byTable.set(table, rows);
  }
}

/** All rows of one call have the same columns; a column that is not named takes its default. */
export async function insertRows(em: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`).join(', ');
  if (columns === '') {
    return;
  }
  await em.query(`insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`, [JSON.stringify(rows)]);
}
