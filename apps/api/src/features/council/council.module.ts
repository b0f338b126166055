import { Module } from '@nestjs/common';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
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
  controllers: [CouncilController, MinutesController],
  providers: [CouncilService, CouncilReading, CouncilGathering, CouncilRepository, MinutesService, MinutesRepository],
  exports: [CouncilGathering],
})
export class CouncilModule {}
