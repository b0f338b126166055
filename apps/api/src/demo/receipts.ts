import type { INestApplicationContext } from '@nestjs/common';
import { ReceiptIssue } from '../features/receipt/receipt-issue.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { PlayedAssessment } from './cycle-play';

/** Written side by side: each waits more for the database than it works. */
const LANES = 4;

/** The receipts of what was submitted, each of the moment at which its head signed, with the key of this server. */
export async function issueReceipts(app: INestApplicationContext, submitted: readonly PlayedAssessment[]): Promise<void> {
  const lanes = Array.from({ length: LANES }, (_, lane) => submitted.slice(1).filter((_assessment, place) => place % LANES === lane));
  // The first one keeps the public key, for which the others would wait to the end of its transaction.
  await issueOneByOne(app, submitted.slice(0, 1));
  await Promise.all(lanes.map((lane) => issueOneByOne(app, lane)));
}

async function issueOneByOne(app: INestApplicationContext, submitted: readonly PlayedAssessment[]): Promise<void> {
  const receipts = app.get(ReceiptIssue);
  await app.get(UnitOfWork).runAsSystem(async (tx) => {
    for (const { id, cycleId, headId, at, declarer } of submitted) {
      await receipts.issue(tx, { assessmentId: id, cycleId, round: 'self-assessment', late: declarer.course === 'submitted-late', signedBy: headId, at });
    }
  });
}
