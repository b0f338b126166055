import type { Receipt, SubmittedContent } from '@par-index/contract';
import { sealed, toEntry } from '../../features/receipt/receipt-seal';
import { ServerKey } from '../../platform/signature/server-key';

export interface IssuedFiles {
  readonly receipt: Receipt;
  readonly content: SubmittedContent;
  readonly keys: readonly [{ readonly keyId: string; readonly publicKey: string }];
}

/** A receipt of one answer, signed with a new key, with everything that is handed out beside it. */
export async function receiptOf(): Promise<IssuedFiles> {
  const key = ServerKey.generate();
  const entries = [{ code: '1.1', answer: { points: 1 }, note: '', evidenceExplanation: '' }];
  const number = 'BN2026-7K3QX-9WM2P';
  const receipt = await sealed(
    {
      ...{ format: 'par-index-receipt/1', number, issuedAt: '2026-11-20T02:10:00.000Z', assessmentId: 's', round: 'self-assessment' },
      agency: { id: 'a', code: 'so-y-te', name: 'Sở Y tế' },
      cycle: { id: 'c', year: 2026, title: 'Kỳ 2026' },
      criteriaSet: { code: 'so-2026', versionNumber: 2, digest: 'b'.repeat(64) },
      signedBy: { name: 'Nguyễn Văn A', inPlaceOf: null },
      ...{ deadlineAt: '2026-11-30T10:00:00.000Z', late: false, replaces: null, entries: entries.map(toEntry), documents: [] },
    },
    (text) => Promise.resolve({ keyId: key.keyId, signature: key.sign(text) }),
  );
  return { receipt, content: { number, entries, documents: [] }, keys: [{ keyId: key.keyId, publicKey: key.publicKey }] };
}
