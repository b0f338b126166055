import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLOSED_ROUNDS, OPEN_AGAIN } from './explanation/closed-rounds';
import { EXPLANATION_TABLES, WITHOUT_EXPLANATION } from './explanation/tables';

/** The explanation round: what the agency says to each difference, remarks on both sides, and the refusal to change a round that is closed. */
export class Explanation1764100001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXPLANATION_TABLES);
    await runner.query(CLOSED_ROUNDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_AGAIN);
    await runner.query(WITHOUT_EXPLANATION);
  }
}
