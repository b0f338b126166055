import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { HintController } from './hint.controller';
import { HintFinding } from './hint-finding.service';
import { HintRepository } from './hint.repository';
import { HintService } from './hint.service';
import { SignatureReading } from './signature-reading.service';

@Module({
  imports: [CriteriaModule, AssessmentModule],
  controllers: [HintController],
  providers: [HintService, HintFinding, HintRepository, SignatureReading],
})
export class HintModule {}
