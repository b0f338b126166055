import { createTransport } from 'nodemailer';
import { type Mail, MailTransport } from './mail-transport';

/** Milliseconds to wait for the mail server: a job waits for it, and so does whoever stops the server. */
const PATIENCE = 15_000;

/** Sends through the mail server of the province. */
export class SmtpMailTransport extends MailTransport {
  readonly keepsThemHere = false;
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({ url, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE });
  }

  async send({ id, ...mail }: Mail): Promise<void> {
    await this.transport.sendMail({ ...mail, from: this.from, messageId: `<${id}@par-index>`, headers: { 'Auto-Submitted': 'auto-generated' } });
  }
}
