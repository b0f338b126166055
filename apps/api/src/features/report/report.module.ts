import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { ResultModule } from '../result/result.module';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';

@Module({ imports: [AssessmentModule, ResultModule], controllers: [ReportController], providers: [ReportService] })
export class ReportModule {}
