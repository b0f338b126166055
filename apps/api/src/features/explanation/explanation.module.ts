import { Module } from '@nestjs/common';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { AssessmentModule } from '../assessment/assessment.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
import { EvidenceModule } from '../evidence/evidence.module';
import { ExplanationController } from './explanation.controller';
import { ExplanationReading } from './explanation-reading.service';
import { ExplanationRepository } from './explanation.repository';
import { ExplanationRounds } from './explanation-rounds.service';
import { ExplanationService } from './explanation.service';
import { RemarkRepository } from './remark.repository';
import { RemarkService } from './remark.service';
import { RoundRepository } from './round.repository';

@Module({
  imports: [CriteriaModule, CycleModule, EvidenceModule, AssessmentModule, AppraisalModule],
  controllers: [ExplanationController],
  providers: [ExplanationService, ExplanationReading, ExplanationRounds, ExplanationRepository, RoundRepository, RemarkService, RemarkRepository],
})
export class ExplanationModule {}
