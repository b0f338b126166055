import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SURVEY_COLLECTION, SURVEY_COLLECTION_DOWN } from './survey/collection';
import { SURVEY_INDEX, SURVEY_INDEX_DOWN } from './survey/into-the-index';
import { SURVEY_PLANNING, SURVEY_PLANNING_DOWN } from './survey/planning';

/** The satisfaction survey: what is asked of whom, the forms without anything that ties them to a person, and what they propose for the index. */
export class Survey1764100023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SURVEY_PLANNING);
    await runner.query(SURVEY_COLLECTION);
    await runner.query(SURVEY_INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SURVEY_INDEX_DOWN);
    await runner.query(SURVEY_COLLECTION_DOWN);
    await runner.query(SURVEY_PLANNING_DOWN);
  }
}
