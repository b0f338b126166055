import { Global, Module } from '@nestjs/common';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
import { EvidenceModule } from '../evidence/evidence.module';
import { EvidenceGate } from '../evidence/evidence-gate.service';
import { AnswerKeeper } from './answer-keeper';
import { AnswerRepository } from './answer.repository';
import { AnswerService } from './answer.service';
import { AssessmentClock } from './assessment-clock.service';
import { AssessmentController } from './assessment.controller';
import { AssessmentEvidenceGate } from './assessment-evidence-gate';
import { AssessmentMover } from './assessment-mover';
import { AssessmentReading } from './assessment-reading.service';
import { AssessmentRepository } from './assessment.repository';
import { AssessmentService } from './assessment.service';
import { Completeness } from './completeness';
import { EvidenceSuggestionController } from './evidence-suggestion.controller';
import { EvidenceSuggestions } from './evidence-suggestion.service';
import { LayerRepository } from './layer.repository';

/** Global for the sake of one promise: evidence, which is to the left, asks its `EvidenceGate` who may change and read it. */
@Global()
@Module({
  imports: [CriteriaModule, CycleModule, EvidenceModule],
  controllers: [AssessmentController, EvidenceSuggestionController],
  providers: [
    ...[AssessmentService, AssessmentReading, AssessmentClock, AssessmentMover, AssessmentRepository, Completeness],
    ...[AnswerService, AnswerKeeper, AnswerRepository, LayerRepository, EvidenceSuggestions],
    { provide: EvidenceGate, useClass: AssessmentEvidenceGate },
  ],
  exports: [AssessmentService, AssessmentReading, AnswerService, EvidenceGate],
})
export class AssessmentModule {}
