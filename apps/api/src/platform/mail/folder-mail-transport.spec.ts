import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { readMail } from '../../../test/factories/read-mail';
import { FolderMailTransport } from './folder-mail-transport';
import { mailTransportOf } from './mail-transport-of';
import { SmtpMailTransport } from './smtp-mail-transport';

const MAIL = {
  id: '6b6f8f6e-0000-4000-8000-000000000001',
  to: 'canbo.syt@tinh.example',
  subject: 'Còn 3 ngày đến hạn nộp hồ sơ tự đánh giá của Sở Y tế và Trung tâm Kiểm soát bệnh tật',
  text: 'Hãy nộp trước hạn.\nhttps://cchc.example/assessments/1\n',
  html: '<p>Hãy nộp trước hạn.</p><p><a href="https://cchc.example/assessments/1">Mở</a></p>',
};

describe('mails in a folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'par-mails-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are, read again, what was to be said', async () => {
    await new FolderMailTransport(join(folder, 'mails'), 'PAR INDEX <par@tinh.example>').send(MAIL);
    const mail = readMail(await readFile(join(folder, 'mails', `${MAIL.id}.eml`), 'utf8'));
    expect(mail).toEqual({
      from: 'PAR INDEX <par@tinh.example>',
      to: MAIL.to,
      subject: MAIL.subject,
      messageId: `<${MAIL.id}@par-index>`,
      text: MAIL.text.trim(),
      html: MAIL.html,
    });
  });

  it('stand there once, however often they are sent', async () => {
    const transport = new FolderMailTransport(folder, 'par@tinh.example');
    await transport.send(MAIL);
    await transport.send(MAIL);
    expect(await readdir(folder)).toEqual([`${MAIL.id}.eml`]);
  });

  it.each([
    [{ to: 'a@b.example\r\nBcc: c@d.example' }],
    [{ subject: 'Nhắc\r\nBcc: c@d.example' }],
  ])('take no further header from what they say: %j', async (given) => {
    await new FolderMailTransport(folder, 'par@tinh.example').send({ ...MAIL, ...given });
    expect(await readFile(join(folder, `${MAIL.id}.eml`), 'utf8')).not.toMatch(/^Bcc:/im);
  });

  it('are for a system without a mail server', () => {
    const config = { PAR_DATA_DIR: folder, MAIL_FROM: 'par@tinh.example' } as Config;
    expect(mailTransportOf(config)).toBeInstanceOf(FolderMailTransport);
    expect(mailTransportOf({ ...config, SMTP_URL: 'smtp://mail.example' } as Config)).toBeInstanceOf(SmtpMailTransport);
  });
});
