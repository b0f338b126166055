import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What keeps the database from serving requests, or null. */
export type SchemaFault = 'database' | 'migrations';

@Injectable()
export class SchemaState {
  constructor(private readonly dataSource: DataSource) {}

  /** Asks the database: is it there, and has it every migration that this server knows. */
  async findFault(): Promise<SchemaFault | null> {
    try {
      return (await this.dataSource.showMigrations()) ? 'migrations' : null;
    } catch {
      return 'database';
    }
  }
}
