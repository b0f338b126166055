import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type Mail, MailTransport } from './mail-transport';

/** Writes each mail as `<id>.eml` into a folder, for a system without a mail server. What a mail program would show can be opened there. */
export class FolderMailTransport extends MailTransport {
  readonly keepsThemHere = true;
  private readonly transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send({ id, ...mail }: Mail): Promise<void> {
    const { message } = await this.transport.sendMail({ ...mail, from: this.from, messageId: `<${id}@par-index>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${id}.eml`);
    await writeFile(`${file}.part`, message as Buffer);
    await rename(`${file}.part`, file);
  }
}
