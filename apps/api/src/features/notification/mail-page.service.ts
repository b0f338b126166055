import { Injectable } from '@nestjs/common';
import type { MailDetailView, MailView, Page, PageQuery } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { MailTransport } from '../../platform/mail/mail-transport';
import { DomainError } from '../../platform/problem/domain-error';
import { MailRepository, type SentMail } from './mail.repository';

/** The mails of a system without a mail server, to be looked at. Where they reach people they are nobody else's: there is no such page. */
@Injectable()
export class MailPages {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly transport: MailTransport,
    private readonly mails: MailRepository,
  ) {}

  async list(query: PageQuery): Promise<Page<MailView>> {
    this.assertKeptHere();
    const em = this.dataSource.manager;
    const slice = sliceOf(query);
    const rows = await this.mails.listSent(em, slice);
    return pageOf(rows.map(toView), await this.mails.countSent(em), slice);
  }

  async get(id: string): Promise<MailDetailView> {
    this.assertKeptHere();
    const mail = await this.mails.findSent(this.dataSource.manager, id);
    if (mail === null) {
      throw new DomainError('record.not-found');
    }
    return { ...toView(mail), from: this.config.MAIL_FROM, text: mail.text };
  }

  private assertKeptHere(): void {
    if (!this.transport.keepsThemHere) {
      throw new DomainError('record.not-found');
    }
  }
}

const toView = ({ id, to, recipientName, subject, sentAt }: SentMail): MailView => ({ id, to, recipientName, subject, sentAt: sentAt.toISOString() });
