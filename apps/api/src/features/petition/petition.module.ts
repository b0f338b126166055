import { Module } from '@nestjs/common';
import { CouncilModule } from '../council/council.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { PetitionController } from './petition.controller';
import { PetitionReading } from './petition-reading.service';
import { PetitionRepository } from './petition.repository';
import { PetitionService } from './petition.service';

@Module({
  imports: [CriteriaModule, CouncilModule],
  controllers: [PetitionController],
  providers: [PetitionService, PetitionReading, PetitionRepository],
})
export class PetitionModule {}
