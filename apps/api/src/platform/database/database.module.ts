import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { dataSourceOptions, type Schema } from './data-source';
import { DomainEvents } from './domain-events';
import { migrate } from './migrate';
import { SchemaState } from './schema-state';
import { UnitOfWork } from './unit-of-work';

const SHARED = [UnitOfWork, DomainEvents, SchemaState];

/** The connection with its schema brought up to date, and the one way to write. */
@Global()
@Module({})
export class DatabaseModule {
  static with(schema: Schema): DynamicModule {
    const connection = TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...dataSourceOptions(schema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }), retryAttempts: 0 }),
      dataSourceFactory: async (options) => {
        if (!options) {
          throw new Error('the data source has no options');
        }
        const dataSource = await new DataSource(options).initialize();
        await migrate(dataSource);
        return dataSource;
      },
    });
    return { module: DatabaseModule, imports: [connection], providers: SHARED, exports: SHARED };
  }
}
