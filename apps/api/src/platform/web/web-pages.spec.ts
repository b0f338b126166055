import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest, { type Response } from 'supertest';
import { securityHeaders } from './security-headers';
import { pageWithNonce, webPages } from './web-pages';

const PAGE = '<!doctype html><html><body><par-root></par-root><script src="main-ABCD1234.js" type="module"></script></body></html>';

const LONG = 'export const words = "Chỉ số cải cách hành chính";\n'.repeat(500);

const asText = (answer: Response, done: (error: Error | null, body: unknown) => void): void => {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks).toString()));
};

describe('the web application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'par-web-'));
  const app = express();

  beforeAll(() => {
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'main-ABCD1234.js'), 'start()');
    writeFileSync(join(folder, 'chunk--zD4f-IS.js'), LONG);
    writeFileSync(join(folder, 'chunk-2OCM_XAR.js'), 'x');
    writeFileSync(join(folder, 'web-app-icon.svg'), '<svg/>');
    writeFileSync(join(folder, 'favicon.ico'), 'x');
    mkdirSync(join(folder, 'office-view'));
    writeFileSync(join(folder, 'office-view/frame.html'), '<!doctype html><title>Nội dung</title>');
    writeFileSync(join(folder, 'office-view/frame.js'), 'draw()');
    writeFileSync(join(folder, 'media/font-WXYZ0987.woff2'), 'x');
    app.use(...securityHeaders, ...webPages(folder));
    app.use((request, response) => void response.status(404).send(`not here: ${request.path}`));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['/', '/work', '/assessments/7/criteria/1.2', '/index.html'])('begins at %s', async (path) => {
    const { text, headers } = await supertest(app).get(path).set('accept', 'text/html,*/*;q=0.8').expect(200);
    expect(text).toContain('<par-root ngCspNonce="');
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it('may add styles to itself by the nonce of this very answer', async () => {
    const answers = await Promise.all([supertest(app).get('/'), supertest(app).get('/')]);
    const nonces = answers.map(({ text }) => /ngCspNonce="([^"]+)"/.exec(text)?.[1] ?? '');
    answers.forEach(({ headers }, index) => expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[index]}'`));
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('allows nothing inline, nothing from elsewhere and no frame', async () => {
    const policy = String((await supertest(app).get('/')).headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    for (const directive of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'", "font-src 'self'"]) {
      expect(policy.split(';')).toContain(directive);
    }
  });

  it('frames nothing but itself', async () => {
    const policy = String((await supertest(app).get('/')).headers['content-security-policy']);
    expect(policy.split(';')).toContain("frame-src 'self'");
    expect((await supertest(app).get('/')).headers['x-frame-options']).toBe('DENY');
  });

  describe('the frame for office files', () => {
    const headersOf = async (path: string) => (await supertest(app).get(path).set('accept', 'text/html').expect(200)).headers;

    it('runs its own script and reaches nothing', async () => {
      const directives = String((await headersOf('/office-view/frame.html'))['content-security-policy']).split(';');
      for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", 'img-src data:', 'font-src data:', "form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'", 'sandbox allow-scripts']) {
        expect(directives).toContain(directive);
      }
      expect(directives.join()).not.toMatch(/https?:|\*|unsafe-eval|allow-same-origin|blob:/);
      expect(directives.find((directive) => directive.startsWith('script-src '))).toBe("script-src 'self'");
    });

    it('may be framed by our own pages, and its files be read by a frame without an origin', async () => {
      expect((await headersOf('/office-view/frame.html'))['x-frame-options']).toBe('SAMEORIGIN');
      expect((await headersOf('/office-view/frame.js'))['cross-origin-resource-policy']).toBe('cross-origin');
    });

    it('is the only address with that policy', async () => {
      for (const path of ['/', '/office-viewer', '/assessments/office-view/x', '/main-ABCD1234.js']) {
        const { headers } = await supertest(app).get(path).set('accept', 'text/html');
        expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'");
        expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      }
    });
  });

  it.each([
    ['/main-ABCD1234.js', 'public, max-age=31536000, immutable'],
    ['/media/font-WXYZ0987.woff2', 'public, max-age=31536000, immutable'],
    ['/chunk--zD4f-IS.js', 'public, max-age=31536000, immutable'],
    ['/chunk-2OCM_XAR.js', 'public, max-age=31536000, immutable'],
    ['/web-app-icon.svg', 'no-cache'],
    ['/favicon.ico', 'no-cache'],
  ])('lets a browser keep %s as «%s»', async (path, kept) => {
    expect((await supertest(app).get(path).expect(200)).headers['cache-control']).toBe(kept);
  });

  describe('packs its texts', () => {
    const get = (path: string, encoding: string) => supertest(app).get(path).set('accept-encoding', encoding);

    it.each([['br, gzip', 'br'], ['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip']])('for whoever takes «%s» as %s', async (accepted, encoding) => {
      const { headers } = await get('/chunk--zD4f-IS.js', accepted).buffer(false).expect(200);
      expect(headers).toMatchObject({ 'content-encoding': encoding, 'vary': 'Accept-Encoding', 'cache-control': 'public, max-age=31536000, immutable' });
      expect(headers['content-type']).toMatch(/^text\/javascript/);
      expect(Number(headers['content-length'])).toBeLessThan(LONG.length / 10);
    });

    it('to what they were', async () => {
      expect((await get('/chunk--zD4f-IS.js', 'gzip').expect(200)).text).toBe(LONG);
      const { text, headers } = await get('/chunk--zD4f-IS.js', 'identity').expect(200);
      expect([text, headers['content-encoding']]).toEqual([LONG, undefined]);
    });

    it('and sends them once to whoever keeps them', async () => {
      const { headers } = await get('/web-app-icon.svg', 'gzip').expect(200);
      await get('/web-app-icon.svg', 'gzip').set('if-none-match', String(headers['etag'])).expect(304);
    });

    it('as they are now, and leaves what has gone to others', async () => {
      writeFileSync(join(folder, 'web-app-icon.svg'), '<svg id="anew"/>');
      expect((await get('/web-app-icon.svg', 'gzip').buffer(true).parse(asText).expect(200)).body).toBe('<svg id="anew"/>');
      rmSync(join(folder, 'web-app-icon.svg'));
      await get('/web-app-icon.svg', 'gzip').expect(404);
      writeFileSync(join(folder, 'web-app-icon.svg'), '<svg/>');
    });

    it('but not a part of one, nor what is no text, nor the page with its nonce', async () => {
      const part = await get('/chunk--zD4f-IS.js', 'gzip').set('range', 'bytes=0-5').expect(206);
      expect([part.text, part.headers['content-encoding']]).toEqual(['export', undefined]);
      expect((await get('/favicon.ico', 'gzip').expect(200)).headers['content-encoding']).toBeUndefined();
      expect((await get('/index.html', 'gzip').set('accept', 'text/html').expect(200)).text).toContain('ngCspNonce');
    });
  });

  it.each(['/api/v1/nothing', '/api/docs', '/health/live', '/api', '/missing-AAAA0000.js', '/../package.json'])('leaves %s to others', (path) =>
    supertest(app).get(path).expect(404, `not here: ${path}`));

  it('leaves the addresses of the server to it, also when they are visited', () =>
    supertest(app).get('/api/docs').set('accept', 'text/html').expect(404));

  it('answers no writes', () => supertest(app).post('/work').expect(404));
});

describe('pageWithNonce', () => {
  it('leaves a page alone that has its nonce already', () => expect(pageWithNonce('<par-root ngCspNonce="x">', 'y')).toBe('<par-root ngCspNonce="x">'));
});
