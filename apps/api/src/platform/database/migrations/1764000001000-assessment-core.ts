import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPRAISAL_AND_RESULT } from './assessment-core/appraisal-and-result';
import { ASSESSMENT_AND_EVIDENCE } from './assessment-core/assessment-and-evidence';
import { CRITERIA_AND_CYCLE } from './assessment-core/criteria-and-cycle';
import { WRITTEN_ONCE } from './assessment-core/written-once';

/** Everything between a criteria set and a published result. Stands on the agencies and people of the migration before it. */
export class AssessmentCore1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CRITERIA_AND_CYCLE);
    await runner.query(ASSESSMENT_AND_EVIDENCE);
    await runner.query(APPRAISAL_AND_RESULT);
    await runner.query(WRITTEN_ONCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table result_row, result_snapshot, appraisal_layer_revision, appraisal_layer, appraisal_assignment,
        evidence_link, evidence_file, evidence_document, evidence_blob, answer_revision, answer, assessment,
        participant_exemption, participant, cycle_substitute, cycle_set, cycle_window, cycle, criteria_set;
      drop function refuse_change, keep_frozen_criteria_set, refuse_own_appraisal;
    `);
  }
}
