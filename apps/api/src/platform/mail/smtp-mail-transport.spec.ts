import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readMail } from '../../../test/factories/read-mail';
import { SmtpMailTransport } from './smtp-mail-transport';

const MAIL = { id: '1', to: 'a@tinh.example', subject: 'Nhắc hạn', text: 'Còn 3 ngày.', html: '<p>Còn 3 ngày.</p>' };

/** As much of a mail server as one mail needs. `answer` is what it says to a recipient. */
function aMailServer(received: string[], answer = '250 ok'): Server {
  return createServer((socket) => {
    let isBody = false;
    let rest = '';
    socket.write('220 mail\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isBody) {
          isBody = line !== '.';
          received.push(line);
          if (!isBody) socket.write('250 taken\r\n');
        } else {
          isBody = line === 'DATA';
          socket.write(`${line === 'DATA' ? '354 go on' : line.startsWith('RCPT') ? answer : '250 ok'}\r\n`);
          if (line === 'QUIT') socket.end();
        }
      }
    });
  });
}

describe('mails through a mail server', () => {
  let server: Server;

  const listening = async (received: string[], answer?: string): Promise<string> => {
    server = aMailServer(received, answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => void server.close());

  it('reach it as they are', async () => {
    const received: string[] = [];
    await new SmtpMailTransport(await listening(received), 'par@tinh.example').send(MAIL);
    expect(readMail(received.slice(0, -1).join('\n'))).toMatchObject({ from: 'par@tinh.example', to: MAIL.to, subject: MAIL.subject, text: MAIL.text, html: MAIL.html });
  });

  it('fail with what it says', async () => {
    const transport = new SmtpMailTransport(await listening([], '550 no such person'), 'par@tinh.example');
    await expect(transport.send(MAIL)).rejects.toThrow(/no such person/);
  });
});
