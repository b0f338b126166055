import type { DataSource } from 'typeorm';
import { AnswerKeeper } from '../../src/features/assessment/answer-keeper';
import { AnswerRepository } from '../../src/features/assessment/answer.repository';
import { AnswerService } from '../../src/features/assessment/answer.service';
import { AssessmentClock } from '../../src/features/assessment/assessment-clock.service';
import { AssessmentEvidenceGate } from '../../src/features/assessment/assessment-evidence-gate';
import { AssessmentMover } from '../../src/features/assessment/assessment-mover';
import { AssessmentReading } from '../../src/features/assessment/assessment-reading.service';
import { AssessmentRepository } from '../../src/features/assessment/assessment.repository';
import { AssessmentService } from '../../src/features/assessment/assessment.service';
import { Completeness } from '../../src/features/assessment/completeness';
import { LayerRepository } from '../../src/features/assessment/layer.repository';
import { CompiledSets } from '../../src/features/criteria/compiled-sets.service';
import { PhaseEffects } from '../../src/features/cycle/phase-effects.service';
import { EvidenceRepository } from '../../src/features/evidence/evidence.repository';
import { EvidenceService } from '../../src/features/evidence/evidence.service';
import { DomainEvents } from '../../src/platform/database/domain-events';
import { unitOfWorkOf } from '../database';

/** The services of assessments as the module puts them together, on a test database. */
export function assessmentServices(db: DataSource) {
  const events = new DomainEvents();
  const effects = new PhaseEffects();
  const unitOfWork = unitOfWorkOf(db, events);
  const compiled = new CompiledSets();
  const repository = new AssessmentRepository();
  const answerRows = new AnswerRepository();
  const evidence = new EvidenceService(db, new EvidenceRepository());
  const reading = new AssessmentReading(db, repository, answerRows, new LayerRepository(), evidence, compiled);
  const mover = new AssessmentMover(evidence);
  new AssessmentClock(events, effects, mover).onModuleInit();
  return {
    events,
    effects,
    unitOfWork,
    reading,
    evidence,
    gate: new AssessmentEvidenceGate(repository, compiled),
    answers: new AnswerService(unitOfWork, repository, new AnswerKeeper(answerRows), evidence, compiled),
    assessments: new AssessmentService(unitOfWork, repository, reading, mover, new Completeness(answerRows, evidence, compiled)),
  };
}
