import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming';

/** The tables and the way to them. The arrays stand in `src/schema.ts`, since the platform knows no feature. */
export interface Schema {
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  readonly migrations: NonNullable<DataSourceOptions['migrations']>;
}

export interface Connection {
  readonly url: string;
  /** Connections at most. */
  readonly pool: number;
}

/** `synchronize` never: the schema comes from migrations alone. Every time is stored and read as UTC. */
export const dataSourceOptions = (schema: Schema, { url, pool }: Connection): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: schema.entities,
  migrations: schema.migrations,
  migrationsTransactionMode: 'each',
  synchronize: false,
  namingStrategy: new SnakeNaming(),
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  poolSize: pool,
  extra: { application_name: 'par-index', connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, keepAlive: true },
});
