import type { INestApplicationContext } from '@nestjs/common';
import { ReceiptIssue } from '../features/receipt/receipt-issue.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { PlayedAssessment } from './cycle-play';

/** The receipts of what was submitted, each of the moment at which its head signed, with the key of this server. */
export async function issueReceipts(app: INestApplicationContext, submitted: readonly PlayedAssessment[]): Promise<void> {
  const receipts = app.get(ReceiptIssue);
  await app.get(UnitOfWork).runAsSystem(async (tx) => {
    for (const { id, cycleId, headId, at, declarer } of submitted) {
      await receipts.issue(tx, { assessmentId: id, cycleId, round: 'self-assessment', late: declarer.course === 'submitted-late', signedBy: headId, at });
    }
  });
}
