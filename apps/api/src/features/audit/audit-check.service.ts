import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor, AuditChainView, AuditCheckView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { AuditSeals } from '../../platform/audit/audit-seals.service';
import { AuditVerifier } from '../../platform/audit/audit-verifier.service';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobQueue } from '../../platform/jobs/job-queue';
import { DomainError } from '../../platform/problem/domain-error';
import { AuditCheckRepository } from './audit-check.repository';

const JOB = 'audit-check';
const SHOWN = 10;

/** Checks of the whole log, each done by a job on one of the servers: asked for by people, and once every night. */
@Injectable()
export class AuditChecks implements OnModuleInit {
  private readonly logger = new Logger(AuditChecks.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: AuditCheckRepository,
    private readonly verifier: AuditVerifier,
    private readonly seals: AuditSeals,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.every('*/5 * * * *', JOB, async () => {
      await this.checks.askAtNight(this.dataSource.manager);
      await this.work();
    });
  }

  async getChain(): Promise<AuditChainView> {
    const checks = await this.checks.listNewest(this.dataSource.manager, SHOWN);
    return { lastSeal: await this.seals.findLast(), waiting: await this.seals.countWaiting(), checks };
  }

  async get(id: string): Promise<AuditCheckView> {
    const check = await this.checks.find(this.dataSource.manager, id);
    if (!check) {
      throw new DomainError('record.not-found');
    }
    return check;
  }

  /** A new check, or the one that waits or is under way already. */
  async ask(actor: Actor): Promise<AuditCheckView> {
    const id = await this.unitOfWork.run(actor, async (tx) => {
      const open = await this.checks.findOpen(tx.em);
      if (open) {
        return open.id;
      }
      const checkId = await this.checks.insert(tx.em, actor.id);
      await tx.audit('audit.check-asked', { id: checkId }, { checkId });
      return checkId;
    });
    await this.jobs.ask(JOB);
    return this.get(id);
  }

  /** Ends one that waits or is under way, at its next step; one that has ended stays as it is. */
  async cancel(actor: Actor, id: string): Promise<AuditCheckView> {
    await this.get(id);
    await this.unitOfWork.run(actor, async (tx) => {
      if (await this.checks.cancel(tx.em, id)) {
        await tx.audit('audit.check-cancelled', { id }, { checkId: id });
      }
    });
    return this.get(id);
  }

  /** Does what waits, one after the other. */
  async work(): Promise<void> {
    const em = this.dataSource.manager;
    for (let id = await this.checks.take(em); id !== null; id = await this.checks.take(em)) {
      await this.run(id);
    }
  }

  private async run(id: string): Promise<void> {
    const em = this.dataSource.manager;
    try {
      const check = await this.verifier.check({ onProgress: (progress) => this.checks.keepProgress(em, id, progress) });
      if (check) {
        const { checked, found, findings, last } = check;
        await this.checks.end(em, id, { checked, found, findings, seal: last.number === 0 ? null : last.number });
        this.tell(found, findings[0]?.detail);
      }
    } catch (error) {
      await this.checks.fail(em, id);
      throw error;
    }
  }

  /** What is wrong with the log belongs into the log of the server too, which the database does not hold. */
  private tell(found: number, first: string | undefined): void {
    if (found > 0) {
      this.logger.error({ msg: 'the audit log is not as it was written', found, first });
    }
  }
}
