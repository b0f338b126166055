import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailDetailView, MailView, Page } from '@par-index/contract';
import { Logger } from '@nestjs/common';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aNotification } from '../../../test/factories/notification.factory';
import { readMail } from '../../../test/factories/read-mail';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { MailTransport } from '../../platform/mail/mail-transport';
import { MailMessage } from './mail-message.entity';
import { Mailing } from './mailing.service';
import { Notification } from './notification.entity';
import { Teller } from './teller.service';

describe('mails', () => {
  let test: TestApp;
  let agencyId: string;
  let person: Browser;
  let address: string;

  beforeAll(async () => {
    test = await startTestApp({ PAR_PUBLIC_URL: 'https://cchc.example/', MAIL_FROM: 'PAR INDEX <par@tinh.example>' });
    agencyId = (await anAgency(test.db)).id;
  });
  beforeEach(async () => {
    await test.db.query('delete from mail_message');
    await test.db.query('delete from notification');
    person = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
    address = `${person.userId}@tinh.example`;
    await test.db.query('update user_account set email = $2 where id = $1', [person.userId, address]);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const mailing = (): Mailing => test.app.get(Mailing);
  const told = (overrides: Partial<Notification> = {}) => aNotification(test.db, person.userId as string, overrides);
  const written = (): Promise<MailMessage[]> => test.db.manager.find(MailMessage, { order: { createdAt: 'asc' } });

  /** The times are the database's: what is told is moved instead. */
  const hoursAgo = (hours: number): Partial<Notification> => ({ createdAt: new Date(Date.now() - hours * 3_600_000) }) as Partial<Notification>;

  it('at once are a file each without a mail server, with what happened, what to do and where, and no points', async () => {
    await told();
    await mailing().writeAtOnce();
    await mailing().sendWaiting();
    const folder = join(test.app.get(Config).PAR_DATA_DIR, 'mails');
    const [mail] = await written();
    expect(await readdir(folder)).toContain(`${mail?.id}.eml`);
    const read = readMail(await readFile(join(folder, `${mail?.id}.eml`), 'utf8'));
    expect(read).toMatchObject({ from: 'PAR INDEX <par@tinh.example>', to: address, subject: '[PAR INDEX] Lãnh đạo đã trả lại hồ sơ của Sở Y tế' });
    expect(read.text).toBe(
      [
        'Lãnh đạo đã trả lại hồ sơ của Sở Y tế\nLý do: Thiếu số liệu. Hãy sửa rồi trình lại.\nhttps://cchc.example/assessments/1',
        'Bạn nhận thư này vì việc trên liên quan đến bạn hoặc cơ quan của bạn. Đổi cách nhận tại:\nhttps://cchc.example/account',
      ].join('\n\n'),
    );
    expect(read.html).toContain('<a href="https://cchc.example/assessments/1">');
    expect(mail?.sentAt).toBeInstanceOf(Date);
  });

  it('are written once and sent once, however many servers are at it', async () => {
    await told();
    await Promise.all([mailing().writeAtOnce(), mailing().writeAtOnce(), mailing().writeAtOnce()]);
    expect(await written()).toHaveLength(1);
    const sent = jest.spyOn(test.app.get(MailTransport), 'send');
    await Promise.all([mailing().sendWaiting(), mailing().sendWaiting(), mailing().sendWaiting()]);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Partial<Notification>]>([
    ['what is to be in the inbox alone', { delivery: 'inbox' }],
    ['what is to be in the mail of the day', { delivery: 'daily' }],
    ['what was read meanwhile', { readAt: new Date() }],
    ['what is older than a day', { createdAt: new Date(Date.now() - 26 * 3_600_000) } as Partial<Notification>],
  ])('at once are none for %s', async (_, overrides) => {
    await told(overrides);
    await mailing().writeAtOnce();
    expect(await written()).toEqual([]);
  });

  it('are none for whoever has no address or has left', async () => {
    await told();
    await test.db.query('update user_account set email = null where id = $1', [person.userId]);
    await mailing().writeAtOnce();
    await test.db.query('update user_account set email = $2, active = false where id = $1', [person.userId, address]);
    await mailing().writeAtOnce();
    expect(await written()).toEqual([]);
  });

  it('follow what the person has chosen for the kind', async () => {
    const choices = { preferences: [{ kind: 'extended', delivery: 'inbox' }, { kind: 'published', delivery: 'at-once' }] };
    await person.put('/api/v1/account/notification-preferences').send(choices).expect(200);
    const cycleId = ((await test.db.query(
      `insert into cycle (year, title, phase, lead_agency_id) values (2026, 'Kỳ', 'published', $1) returning id`, [agencyId])) as readonly { id: string }[])[0]?.id as string;
    const one = { userId: person.userId as string, subjectId: cycleId, cycleId, path: '/results', parts: { agencyName: 'Sở Y tế' } };
    await test.app.get(UnitOfWork).runAsSystem(async (tx) => {
      for (const kind of ['extended', 'published', 'assessment-returned', 'phase-opened'] as const) await test.app.get(Teller).tell(tx, kind, [one]);
    });
    await mailing().writeAtOnce();
    expect((await written()).map(({ subject }) => subject).sort()).toEqual(['[PAR INDEX] Kỳ đánh giá: kết quả đã được công bố', '[PAR INDEX] Lãnh đạo đã trả lại hồ sơ của Sở Y tế']);
    expect(await test.db.manager.count(Notification)).toBe(4);
  });

  it('of the day are one with all until this morning, in order, once', async () => {
    const inTheMorning = hoursOfMorning();
    await told({ delivery: 'daily', ...hoursAgo(inTheMorning + 2) });
    await told({ delivery: 'daily', ...hoursAgo(inTheMorning + 1), kind: 'published', parts: { cycleTitle: 'Kỳ 2026' }, path: '/results' });
    await told({ delivery: 'daily', ...hoursAgo(inTheMorning - 0.01) });
    await told({ delivery: 'daily', ...hoursAgo(inTheMorning + 1), readAt: new Date() });
    await mailing().writeDigests();
    await mailing().writeDigests();
    const mails = await written();
    expect(mails.map(({ subject }) => subject)).toEqual(['[PAR INDEX] 2 thông báo trong ngày']);
    expect(mails[0]?.text.indexOf('trả lại')).toBeLessThan(mails[0]?.text.indexOf('công bố') as number);
  });

  it('that the mail server refuses are tried again later, and the reason is kept', async () => {
    Logger.overrideLogger(false);
    await told();
    await mailing().writeAtOnce();
    const send = jest.spyOn(test.app.get(MailTransport), 'send').mockRejectedValueOnce(new Error('mailbox full'));
    await mailing().sendWaiting();
    await mailing().sendWaiting();
    expect(send).toHaveBeenCalledTimes(1);
    expect(await written()).toMatchObject([{ attempts: 1, failedBecause: 'mailbox full', sentAt: null }]);
    await test.db.query('update mail_message set next_attempt_at = now()');
    await mailing().sendWaiting();
    expect(await written()).toMatchObject([{ attempts: 2, failedBecause: null, sentAt: expect.any(Date) as Date }]);
  });

  it('cannot carry anything into their page but words', async () => {
    await told({ parts: { agencyName: '<img src=x onerror=alert(1)>', reason: '"&\'' } });
    await mailing().writeAtOnce();
    expect((await written())[0]?.html).not.toContain('<img');
  });

  describe('of a system without a mail server', () => {
    it('are read by administrators', async () => {
      const admin = await test.signedInAs([{ role: 'admin', agencyId }]);
      await told();
      await mailing().writeAtOnce();
      await mailing().sendWaiting();
      const { items, total } = (await admin.get('/api/v1/mails').expect(200)).body as Page<MailView>;
      expect({ items, total }).toMatchObject({ total: 1, items: [{ to: address, subject: '[PAR INDEX] Lãnh đạo đã trả lại hồ sơ của Sở Y tế' }] });
      const mail = (await admin.get(`/api/v1/mails/${items[0]?.id}`).expect(200)).body as MailDetailView;
      expect(mail).toMatchObject({ from: 'PAR INDEX <par@tinh.example>', text: expect.stringContaining('Thiếu số liệu') as string });
      await person.get('/api/v1/mails').expect(403);
    });

    it('are nobody to be read by where they reach people', async () => {
      const admin = await test.signedInAs([{ role: 'admin', agencyId }]);
      jest.replaceProperty(test.app.get(MailTransport) as { keepsThemHere: boolean }, 'keepsThemHere', false);
      await admin.get('/api/v1/mails').expect(404);
    });
  });
});

/** Hours since seven in the morning in Việt Nam, the last one. */
function hoursOfMorning(): number {
  const sinceMidnight = ((Date.now() + 7 * 3_600_000) % 86_400_000) / 3_600_000;
  return (sinceMidnight - 7 + 24) % 24;
}
