import { join } from 'node:path';
import type { Config } from '../config/config';
import { FolderMailTransport } from './folder-mail-transport';
import type { MailTransport } from './mail-transport';
import { SmtpMailTransport } from './smtp-mail-transport';

/** By mail server where there is one, else into `mails` of the data folder. */
export function mailTransportOf({ SMTP_URL, MAIL_FROM, PAR_DATA_DIR }: Config): MailTransport {
  return SMTP_URL ? new SmtpMailTransport(SMTP_URL, MAIL_FROM) : new FolderMailTransport(join(PAR_DATA_DIR, 'mails'), MAIL_FROM);
}
