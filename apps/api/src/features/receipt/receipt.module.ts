import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { PublicReceiptController } from './public-receipt.controller';
import { ReceiptIssue } from './receipt-issue.service';
import { ReceiptController } from './receipt.controller';
import { ReceiptRepository } from './receipt.repository';
import { ReceiptService } from './receipt.service';

@Module({
  imports: [AssessmentModule],
  controllers: [ReceiptController, PublicReceiptController],
  providers: [ReceiptService, ReceiptIssue, ReceiptRepository],
  exports: [ReceiptIssue],
})
export class ReceiptModule {}
