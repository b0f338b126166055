import { Module } from '@nestjs/common';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
import { BlindAssignment } from './blind-assignment.service';
import { BlindComparison } from './blind-comparison.service';
import { BlindController } from './blind.controller';
import { BlindReading } from './blind-reading.service';
import { BlindRepository } from './blind.repository';
import { BlindService } from './blind.service';
import { ConclusionController } from './conclusion.controller';
import { ConclusionRepository } from './conclusion.repository';
import { ConclusionService } from './conclusion.service';
import { CouncilController } from './council.controller';
import { CouncilGathering } from './council-gathering.service';
import { CouncilReading } from './council-reading.service';
import { CouncilRepository } from './council.repository';
import { CouncilService } from './council.service';
import { MinutesController } from './minutes.controller';
import { MinutesRepository } from './minutes.repository';
import { MinutesService } from './minutes.service';

@Module({
  imports: [CriteriaModule, CycleModule, AppraisalModule],
  controllers: [CouncilController, BlindController, ConclusionController, MinutesController],
  providers: [
    ...[CouncilService, CouncilReading, CouncilGathering, CouncilRepository],
    ...[BlindService, BlindReading, BlindAssignment, BlindComparison, BlindRepository],
    ...[ConclusionService, ConclusionRepository, MinutesService, MinutesRepository],
  ],
  exports: [CouncilGathering],
})
export class CouncilModule {}
