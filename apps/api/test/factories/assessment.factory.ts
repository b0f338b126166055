import type { DataSource } from 'typeorm';
import { Assessment } from '../../src/features/assessment/assessment.entity';
import type { CriteriaSet } from '../../src/features/criteria/criteria-set.entity';
import type { Cycle } from '../../src/features/cycle/cycle.entity';
import type { Participant } from '../../src/features/cycle/participant.entity';
import type { Agency } from '../../src/features/organisation/agency.entity';
import { anAgency } from './agency.factory';
import { aCriteriaSet } from './criteria-set.factory';
import { aCycle } from './cycle.factory';
import { anExtension, type ExtensionFields } from './extension.factory';
import { aParticipant } from './participant.factory';

export interface AssessmentSurroundings {
  readonly cycle: Cycle;
  readonly agency: Agency;
  readonly set: CriteriaSet;
  readonly participant: Partial<Participant>;
  /** A deadline of its own. */
  readonly extension: ExtensionFields;
  /** Codes that do not count for this agency. */
  readonly exempt: readonly string[];
}

/** Saves an assessment and all that it stands on: a draft of an agency of its own in open self-assessment, unless told otherwise. */
export async function anAssessment(db: DataSource, overrides: Partial<Assessment & AssessmentSurroundings> = {}): Promise<Assessment> {
  const { cycle, agency, set, participant, extension, exempt = [], ...fields } = overrides;
  const criteriaSet = set ?? (await aCriteriaSet(db));
  const agencyId = (agency ?? (await anAgency(db, { groupCode: criteriaSet.groupCode }))).id;
  const cycleId = (cycle ?? (await aCycle(db, { phase: 'self-assessment', sets: [criteriaSet] }))).id;
  const { id: participantId } = await aParticipant(db, { cycleId, agencyId, criteriaSetId: criteriaSet.id, ...participant }, exempt);
  if (extension) {
    await anExtension(db, participantId, extension);
  }
  const row = { state: 'drafting' as const, submittedAt: null, submittedBy: null, returnedReason: null, ...fields };
  return db.manager.save(db.manager.create(Assessment, { ...row, participantId, cycleId, agencyId }));
}
