import { type DynamicModule, Module } from '@nestjs/common';
import { AppraisalModule } from './features/appraisal/appraisal.module';
import { AssessmentModule } from './features/assessment/assessment.module';
import { AssignmentModule } from './features/assignment/assignment.module';
import { AuditModule } from './features/audit/audit.module';
import { CorrectionModule } from './features/correction/correction.module';
import { CouncilModule } from './features/council/council.module';
import { CriteriaModule } from './features/criteria/criteria.module';
import { CycleModule } from './features/cycle/cycle.module';
import { EvidenceModule } from './features/evidence/evidence.module';
import { ExchangeModule } from './features/criteria/exchange/exchange.module';
import { ExplanationModule } from './features/explanation/explanation.module';
import { HintModule } from './features/hint/hint.module';
import { IdentityModule } from './features/identity/identity.module';
import { NotificationModule } from './features/notification/notification.module';
import { OpenDataModule } from './features/open-data/open-data.module';
import { OrganisationModule } from './features/organisation/organisation.module';
import { PetitionModule } from './features/petition/petition.module';
import { PresenceModule } from './features/presence/presence.module';
import { ReceiptModule } from './features/receipt/receipt.module';
import { ReportModule } from './features/report/report.module';
import { ResultModule } from './features/result/result.module';
import { SurveyModule } from './features/survey/survey.module';
import { WorkModule } from './features/work/work.module';
import answers from './answers.json';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { SCHEMA } from './schema';

/** The features, each knowing only those before it. */
const FEATURES = [
  ...[OrganisationModule, IdentityModule, AuditModule, CriteriaModule, ExchangeModule, CycleModule, EvidenceModule],
  ...[AssessmentModule, ReceiptModule, AssignmentModule, AppraisalModule, HintModule, ExplanationModule, CouncilModule, PetitionModule, SurveyModule, ResultModule, CorrectionModule, OpenDataModule, ReportModule, PresenceModule, NotificationModule, WorkModule],
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, { schema: SCHEMA, answers }), ...FEATURES] };
  }
}
