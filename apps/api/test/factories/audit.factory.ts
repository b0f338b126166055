import type { DataSource } from 'typeorm';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.service';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier.service';
import { ChainRepository } from '../../src/platform/audit/chain.repository';
import { SealWitness } from '../../src/platform/audit/seal-witness';
import type { Config } from '../../src/platform/config/config';
import { JobQueue } from '../../src/platform/jobs/job-queue';
import { ServerKey } from '../../src/platform/signature/server-key';
import { Signatures } from '../../src/platform/signature/signatures';
import { unitOfWorkOf } from '../database';

export interface AuditParts {
  readonly chains: ChainRepository;
  readonly sealer: AuditSealer;
  readonly verifier: AuditVerifier;
}

/** Sealing and checking on a test database, with a key of their own. */
export function auditParts(db: DataSource, folder: string): AuditParts {
  const config = { PAR_DATA_DIR: folder } as Config;
  const chains = new ChainRepository();
  const signatures = new Signatures(ServerKey.generate());
  const witness = new SealWitness(config);
  return { chains, sealer: new AuditSealer(db, chains, signatures, witness, new JobQueue(config)), verifier: new AuditVerifier(db, chains, signatures, witness) };
}

/** Lines about one subject, one after the other. */
export async function writeLines(db: DataSource, subjectId: string, count: number): Promise<void> {
  for (let line = 0; line < count; line += 1) {
    await unitOfWorkOf(db).runAsSystem((tx) => tx.audit('agency.created', { id: subjectId }, { code: `so-${String(line)}`, name: `Sở ${String(line)}` }));
  }
}
