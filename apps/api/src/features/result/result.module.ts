import { Module } from '@nestjs/common';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { GroupRepository } from './group.repository';
import { PreviousResults } from './previous-result.repository';
import { PublicResultController } from './public-result.controller';
import { PublicResults } from './public-result.service';
import { PublicationService } from './publication.service';
import { ResultController } from './result.controller';
import { ResultService } from './result.service';
import { SnapshotRepository } from './snapshot.repository';
import { SealedResults } from './sealed-result.service';
import { Verification } from './verification.service';

@Module({
  imports: [CriteriaModule, AppraisalModule],
  controllers: [ResultController, PublicResultController],
  providers: [ResultService, PublicationService, PublicResults, SealedResults, Verification, GroupRepository, PreviousResults, SnapshotRepository],
  exports: [ResultService, PublicationService, Verification],
})
export class ResultModule {}
