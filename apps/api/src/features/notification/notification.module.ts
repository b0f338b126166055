import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller';
import { InboxRepository } from './inbox.repository';
import { InboxService } from './inbox.service';
import { MailController } from './mail.controller';
import { MailPages } from './mail-page.service';
import { MailRepository } from './mail.repository';
import { Mailing } from './mailing.service';
import { Notices } from './notices.service';
import { RecipientRepository } from './recipients.repository';
import { ReminderRepository } from './reminders.repository';
import { Reminders } from './reminders.service';
import { Teller } from './teller.service';

/** Listens to everything to its left, and tells people. */
@Module({
  controllers: [InboxController, MailController],
  providers: [Teller, Notices, RecipientRepository, Reminders, ReminderRepository, InboxService, InboxRepository, Mailing, MailRepository, MailPages],
})
export class NotificationModule {}
