import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
import { EvidenceModule } from '../evidence/evidence.module';
import { AcceptanceAcross } from './acceptance-across.service';
import { AppraisalController } from './appraisal.controller';
import { AppraisalPhases } from './appraisal-phases.service';
import { AppraisalRepository } from './appraisal.repository';
import { AppraisalScenes } from './appraisal-scene.service';
import { AppraisalService } from './appraisal.service';
import { AppraisalViews } from './appraisal-view.service';
import { AssessmentMoves } from './assessment-moves.service';
import { BaseFigureController } from './base-figure.controller';
import { BaseFigureService } from './base-figure.service';
import { ByCriterionController } from './by-criterion.controller';
import { ByCriterionRepository } from './by-criterion.repository';
import { ByCriterion } from './by-criterion.service';
import { ChangesController } from './changes.controller';
import { Changes } from './changes.service';
import { CouncilMatters } from './council-matters.service';
import { DecisionWriter } from './decision-writer.service';
import { Differences } from './differences.service';
import { Reappraisal } from './reappraisal.service';
import { SubmissionChanges } from './submission-changes.service';
import { WorklistRepository } from './worklist.repository';
import { Worklists } from './worklist.service';

@Module({
  imports: [CriteriaModule, CycleModule, EvidenceModule, AssessmentModule],
  controllers: [ByCriterionController, AppraisalController, BaseFigureController, ChangesController],
  providers: [
    ...[AppraisalService, AppraisalViews, AppraisalScenes, AppraisalPhases, DecisionWriter, AssessmentMoves],
    ...[Reappraisal, Differences, SubmissionChanges, Changes, CouncilMatters],
    ...[ByCriterion, AcceptanceAcross, ByCriterionRepository],
    ...[BaseFigureService, Worklists, AppraisalRepository, WorklistRepository],
  ],
  exports: [AssessmentMoves, BaseFigureService, Reappraisal, Differences, SubmissionChanges, CouncilMatters],
})
export class AppraisalModule {}
