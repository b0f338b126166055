import { Module } from '@nestjs/common';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { AssessmentModule } from '../assessment/assessment.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
import { EvidenceModule } from '../evidence/evidence.module';
import { DifferenceContentsReader } from './difference-contents.service';
import { ExplanationController } from './explanation.controller';
import { ExplanationReading } from './explanation-reading.service';
import { ExplanationRepository } from './explanation.repository';
import { ExplanationRounds } from './explanation-rounds.service';
import { ExplanationService } from './explanation.service';
import { QuestionReader } from './question-reader.service';
import { RemarkRepository } from './remark.repository';
import { RemarkService } from './remark.service';
import { RoundRepository } from './round.repository';
import { SilenceClock } from './silence-clock.service';

@Module({
  imports: [CriteriaModule, CycleModule, EvidenceModule, AssessmentModule, AppraisalModule],
  controllers: [ExplanationController],
  providers: [
    ...[ExplanationService, ExplanationReading, DifferenceContentsReader, ExplanationRounds, SilenceClock, ExplanationRepository, RoundRepository],
    ...[RemarkService, QuestionReader, RemarkRepository],
  ],
})
export class ExplanationModule {}
