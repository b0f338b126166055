import { Module } from '@nestjs/common';
import { CompiledSets } from './compiled-sets.service';
import { CriteriaController } from './criteria.controller';
import { CriteriaReview } from './criteria-review.service';
import { CriteriaService } from './criteria.service';
import { CriteriaSetRepository } from './criteria-set.repository';
import { CriteriaSetRevisionRepository } from './criteria-set-revision.repository';
import { DifferenceService } from './difference.service';
import { DraftController } from './draft.controller';
import { DraftService } from './draft.service';
import { RevisionService } from './revision.service';

@Module({
  controllers: [DraftController, CriteriaController],
  providers: [CriteriaService, CriteriaSetRepository, CriteriaSetRevisionRepository, CriteriaReview, DraftService, RevisionService, DifferenceService, CompiledSets],
  exports: [CriteriaService, CriteriaReview, CompiledSets],
})
export class CriteriaModule {}
