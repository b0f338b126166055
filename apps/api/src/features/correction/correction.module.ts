import { Module } from '@nestjs/common';
import { CriteriaModule } from '../criteria/criteria.module';
import { CorrectionController } from './correction.controller';
import { CorrectionRepository } from './correction.repository';
import { CorrectionService } from './correction.service';
import { ReplayRepository } from './replay.repository';
import { ReplayService } from './replay.service';

@Module({
  imports: [CriteriaModule],
  controllers: [CorrectionController],
  providers: [CorrectionService, CorrectionRepository, ReplayService, ReplayRepository],
})
export class CorrectionModule {}
