import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { DomainEvents } from '../../platform/database/domain-events';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobQueue } from '../../platform/jobs/job-queue';
import { MailTransport } from '../../platform/mail/mail-transport';
import { MailRepository, type UnmailedRow } from './mail.repository';
import { digestOf, mailOf } from './mail-words';

const EVERY_MINUTE = '* * * * *';
const AFTER_SEVEN = '1 7 * * *';
/** Mails of one run; the next one goes on. */
const MOST = 200;

/** Writes mails for what people are told, and sends them once that is committed, again and again until the mail server takes them. */
@Injectable()
export class Mailing implements OnModuleInit {
  private readonly logger = new Logger(Mailing.name);

  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly mails: MailRepository,
    private readonly transport: MailTransport,
    private readonly jobs: JobQueue,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on('survey.mail-wanted', ({ em }, { address, ...mail }) => this.mails.addConfidential(em, address, mail));
    this.jobs.every(AFTER_SEVEN, 'digest', () => this.writeDigests());
    this.jobs.every(EVERY_MINUTE, 'mail', async () => {
      await this.writeAtOnce();
      await this.sendWaiting();
    });
  }

  /** A mail each. */
  writeAtOnce(): Promise<void> {
    return this.unitOfWork.runAsSystem(async ({ em }) => {
      const rows = await this.mails.listAtOnce(em);
      for (const row of rows) {
        await this.mails.add(em, row, mailOf(row, this.config.mailedUrl));
      }
      await this.mails.markMailed(em, rows.map(({ id }) => id));
    });
  }

  /** A mail for each person, with all that they were told until this morning. */
  writeDigests(): Promise<void> {
    return this.unitOfWork.runAsSystem(async ({ em }) => {
      const rows = await this.mails.listDaily(em);
      for (const [first, ...others] of byRecipient(rows)) {
        await this.mails.add(em, first, digestOf([first, ...others], this.config.mailedUrl));
      }
      await this.mails.markMailed(em, rows.map(({ id }) => id));
    });
  }

  /** Until none is left or one fails: then the others would fail, too. */
  async sendWaiting(): Promise<void> {
    for (let sent = 0; sent < MOST; sent += 1) {
      if (!(await this.sendNext())) {
        return;
      }
    }
  }

  private sendNext(): Promise<boolean> {
    return this.unitOfWork.runAsSystem(async ({ em }) => {
      const mail = await this.mails.takeWaiting(em);
      if (mail === null) {
        return false;
      }
      const { id, address: to, subject, text, html } = mail;
      try {
        await this.transport.send({ id, to, subject, text, html });
      } catch (error) {
        this.logger.warn({ msg: 'mail not sent', mailId: id, error });
        await this.mails.markFailed(em, id, error instanceof Error ? error.message : String(error));
        return false;
      }
      await this.mails.markSent(em, id);
      return true;
    });
  }
}

function byRecipient(rows: readonly UnmailedRow[]): readonly (readonly [UnmailedRow, ...UnmailedRow[]])[] {
  const groups = new Map<string, [UnmailedRow, ...UnmailedRow[]]>();
  for (const row of rows) {
    const group = groups.get(row.recipientId);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.recipientId, [row]);
    }
  }
  return [...groups.values()];
}
