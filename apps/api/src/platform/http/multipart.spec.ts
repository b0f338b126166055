import express from 'express';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Server } from 'node:http';
import { text } from 'node:stream/consumers';
import supertest from 'supertest';
import { DomainError } from '../problem/domain-error';
import { receiveBytes, receiveUpload, type Upload } from './multipart';

type Receive = (upload: Upload) => Promise<unknown>;

describe('an upload', () => {
  let server: Server;
  let receive: Receive;

  beforeAll(async () => {
    const app = express();
    app.post('/bytes', (request, response) => {
      receiveBytes(request, 10).then((bytes) => response.json({ bytes: bytes.length }), (error: DomainError) => response.status(400).json({ code: error.code }));
    });
    app.post('/', (request, response) => {
      receiveUpload(request, receive).then(
        (result) => response.json({ result }),
        (error: unknown) => response.status(400).json({ code: error instanceof DomainError ? error.code : String(error) }),
      );
    });
    await new Promise<void>((ready) => (server = app.listen(0, () => ready())));
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const readAll: Receive = async ({ fields, fileName, file }) => ({ fields: Object.fromEntries(fields), fileName, content: await text(file) });

  it('hands over its fields, its name and its content', async () => {
    receive = readAll;
    const { body } = await supertest(server).post('/').field('description', '{"title":"Kế hoạch"}').attach('file', Buffer.from('nội dung'), 'kế hoạch số 1.pdf');
    expect(body.result).toEqual({ fields: { description: '{"title":"Kế hoạch"}' }, fileName: 'kế hoạch số 1.pdf', content: 'nội dung' });
  });

  it('hands over the file while it is still arriving', async () => {
    let first = '';
    receive = async ({ file }) => {
      for await (const chunk of file as AsyncIterable<Buffer>) {
        first ||= `${chunk.length < 5_000_000}`;
      }
      return first;
    };
    await supertest(server).post('/').attach('file', Buffer.alloc(5_000_000), 'a.bin').expect(200);
    expect(first).toBe('true');
  });

  it.each([
    ['before it read anything', () => Promise.reject(new DomainError('access.denied'))],
    ['in the middle of the file', async ({ file }: Upload) => {
      for await (const _ of file) {
        throw new DomainError('evidence.too-large');
      }
    }],
  ])('refused %s is answered, although more was to come', async (_, refuse) => {
    receive = refuse;
    const { body } = await supertest(server).post('/').attach('file', Buffer.alloc(3_000_000), 'a.bin').expect(400);
    expect(body.code).toMatch(/access.denied|evidence.too-large/);
  });

  it('without a file is refused', async () => {
    receive = readAll;
    expect((await supertest(server).post('/').field('description', 'x').expect(400)).body.code).toBe('request.invalid');
    expect((await supertest(server).post('/').attach('other', Buffer.from('x'), 'a').expect(400)).body.code).toBe('request.invalid');
  });

  it('that is no form is refused', async () => {
    expect((await supertest(server).post('/').send({ file: 'x' }).expect(400)).body.code).toBe('request.media-type');
  });

  it('fails for whoever reads it when the connection is cut', async () => {
    let failure: unknown = null;
    const failed = new Promise<void>((told) => {
      receive = ({ file }) => text(file).catch((error: unknown) => {
        failure = error;
        told();
        throw error;
      });
    });
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n';
    const socket: Socket = connect((server.address() as AddressInfo).port);
    socket.write(`${head}--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of it`);
    await new Promise((wait) => setTimeout(wait, 50));
    socket.destroy();
    await failed;
    expect(failure).toBeInstanceOf(Error);
  });

  it('that breaks off before its reader is ready fails for that reader, and nobody else', async () => {
    receive = async ({ file }) => {
      await new Promise((ready) => setTimeout(ready, 20));
      return text(file);
    };
    const form = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of it';
    const { body } = await supertest(server).post('/').set('content-type', 'multipart/form-data; boundary=b').send(form).expect(400);
    expect(body.code).toMatch(/Unexpected end of form/);
    receive = readAll;
    await supertest(server).post('/').attach('file', Buffer.from('x'), 'a').expect(200);
  });

  it('can be taken as a whole, up to a limit', async () => {
    expect((await supertest(server).post('/bytes').attach('file', Buffer.alloc(10), 'a').expect(200)).body).toEqual({ bytes: 10 });
    expect((await supertest(server).post('/bytes').attach('file', Buffer.alloc(11), 'a').expect(400)).body.code).toBe('request.too-large');
  });
});
