import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type Table } from 'typeorm';

/** PostgreSQL cuts longer names. */
const LONGEST_NAME = 63;

const snake = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

function fitted(name: string): string {
  if (name.length <= LONGEST_NAME) {
    return name;
  }
  const digest = createHash('sha1').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, LONGEST_NAME - digest.length - 1)}_${digest}`;
}

/** Names that a person can read and a migration can be written by: `agency_id`, `pk_agency`, `fk_user_grant_agency_id`, `ix_agency_group_code`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className);
  }

  override columnName(property: string, given: string | undefined, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes.map(snake), given ?? snake(property)].join('_');
  }

  override relationName(property: string): string {
    return snake(property);
  }

  override joinColumnName(relation: string, column: string): string {
    return `${snake(relation)}_${snake(column)}`;
  }

  override joinTableColumnName(table: string, property: string, column?: string): string {
    return `${snake(table)}_${column ?? snake(property)}`;
  }

  override primaryKeyName(table: Table | string): string {
    return fitted(`pk_${this.getTableName(table)}`);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return this.named('fk', table, columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return this.named('ix', table, columns);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.named('uq', table, columns);
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return this.named('uq', table, columns);
  }

  private named(kind: string, table: Table | string, columns: readonly string[]): string {
    return fitted(`${kind}_${this.getTableName(table)}_${columns.join('_')}`);
  }
}
