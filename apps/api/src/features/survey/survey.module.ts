import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { CriteriaModule } from '../criteria/criteria.module';
import { Ballots } from './ballot.service';
import { CampaignController } from './campaign.controller';
import { CampaignCourse } from './campaign-course.service';
import { CampaignForms } from './campaign-form.service';
import { CampaignRepository } from './campaign.repository';
import { Campaigns } from './campaign.service';
import { Devices } from './device.service';
import { ExternalResults } from './external-result.service';
import { FormExport } from './form-export.service';
import { FormIntake } from './form-intake.service';
import { FormMixing } from './form-mixing.service';
import { FormReview } from './form-review.service';
import { Invitations } from './invitation.service';
import { Mappings } from './mapping.service';
import { Offices } from './office.service';
import { PaperForms } from './paper.service';
import { Posters } from './poster.service';
import { ProposalController } from './proposal.controller';
import { ProposalMaker } from './proposal-maker.service';
import { ProposalRepository } from './proposal.repository';
import { Proposals } from './proposal.service';
import { PublicSurveyController } from './public-survey.controller';
import { PublicSurveys } from './public-survey.service';
import { QuestionnaireController } from './questionnaire.controller';
import { Questionnaires } from './questionnaire.service';
import { Recounts } from './recount.service';
import { RespondentGroups } from './respondent-group.service';
import { ResultRepository } from './result.repository';
import { SurveyResultService } from './result.service';
import { SurveyClock } from './survey-clock.service';
import { SurveyKey } from './survey-key';
import { SurveyResultController } from './survey-result.controller';

const KEY = { provide: SurveyKey, inject: [Config], useFactory: (config: Config) => SurveyKey.open(config) };

@Module({
  imports: [CriteriaModule, AppraisalModule],
  controllers: [PublicSurveyController, QuestionnaireController, CampaignController, SurveyResultController, ProposalController],
  providers: [
    ...[KEY, Questionnaires, RespondentGroups],
    ...[Campaigns, CampaignRepository, CampaignCourse, SurveyClock, Offices, Invitations, Devices, Posters],
    ...[CampaignForms, FormIntake, FormMixing, Ballots, PublicSurveys, PaperForms],
    ...[SurveyResultService, ResultRepository, FormReview, FormExport, Recounts],
    ...[ExternalResults, Mappings, ProposalMaker, ProposalRepository, Proposals],
  ],
  exports: [Recounts],
})
export class SurveyModule {}
