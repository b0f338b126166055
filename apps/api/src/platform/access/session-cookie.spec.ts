import express, { type Request } from 'express';
import supertest from 'supertest';
import { giveSessionCookie, sessionTokenOf, takeSessionCookie } from './session-cookie';

const requestOf = (cookie: string | undefined, transport: 'http' | 'https' = 'http') => ({ headers: { cookie }, secure: transport === 'https' }) as unknown as Request;

describe('sessionTokenOf', () => {
  it.each([
    ['par=abc', 'abc'],
    ['theme=dark; par=abc; x=y', 'abc'],
    ['par="abc"', '"abc"'],
    ['par=', null],
    ['apar=abc', null],
    ['__Host-par=abc', null],
    ['', null],
    [undefined, null],
  ])('of «%s» is %s', (cookie, token) => expect(sessionTokenOf(requestOf(cookie))).toBe(token));

  it('is taken over https from the cookie that only this host can set', () => {
    expect(sessionTokenOf(requestOf('par=planted; __Host-par=own', 'https'))).toBe('own');
    expect(sessionTokenOf(requestOf('par=planted', 'https'))).toBeNull();
  });
});

describe('the session cookie', () => {
  const app = express();
  app.set('trust proxy', 1);
  app.get('/give', (request, response) => {
    giveSessionCookie(request, response, 'tok');
    response.end();
  });
  app.get('/take', (request, response) => {
    takeSessionCookie(request, response);
    response.end();
  });
  const cookiesOf = async (path: string, protocol: string) => (await supertest(app).get(path).set('x-forwarded-proto', protocol)).headers['set-cookie'];

  it('is out of reach of scripts, and never sent with what another site posts', async () => {
    expect(await cookiesOf('/give', 'http')).toEqual(['par=tok; Path=/; HttpOnly; SameSite=Lax']);
    expect(await cookiesOf('/give', 'https')).toEqual(['__Host-par=tok; Path=/; HttpOnly; Secure; SameSite=Lax']);
  });

  it('is taken back under the name that it was given', async () => {
    expect(await cookiesOf('/take', 'http')).toEqual([expect.stringMatching(/^par=; Path=\/; Expires=Thu, 01 Jan 1970/)]);
    expect(await cookiesOf('/take', 'https')).toEqual([expect.stringMatching(/^__Host-par=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/)]);
  });
});
