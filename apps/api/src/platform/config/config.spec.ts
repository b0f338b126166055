import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigError, configFrom } from './config';

const GIVEN = { DATABASE_URL: 'postgres://par:secret@localhost:5432/par', SESSION_SECRET: 'a'.repeat(32) };

function linesOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    configFrom(env);
    return [];
  } catch (error) {
    return (error as ConfigError).lines;
  }
}

describe('configFrom', () => {
  it('needs a database and a secret, and knows the rest', () => {
    expect(configFrom(GIVEN)).toMatchObject({
      PORT: 3000,
      HOST: '0.0.0.0',
      PAR_DATA_DIR: '.data',
      PAR_DEMO: false,
      PAR_PROVINCE_NAME: 'Tuyên Quang',
      PAR_TRUST_PROXY: false,
      LOG_LEVEL: 'info',
      DATABASE_POOL: 10,
      maxEvidenceBytes: 52_428_800,
      publicUrl: null,
    });
  });

  it.each([
    ['SMTP_URL', 'mail.example'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'PAR INDEX'],
    ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
  ])('refuses %s %j', (name, value) => {
    expect(linesOf({ ...GIVEN, [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('sends mails by its server, with links to the public address', () => {
    const env = { ...GIVEN, SMTP_URL: 'smtps://a:b@mail.example:465', MAIL_FROM: 'PAR INDEX <a@b.example>', PAR_PUBLIC_URL: 'https://cchc.example/' };
    expect(configFrom(env)).toMatchObject({ SMTP_URL: env.SMTP_URL, MAIL_FROM: env.MAIL_FROM, mailedUrl: 'https://cchc.example' });
    expect(configFrom({ ...GIVEN, PORT: '3203' }).mailedUrl).toBe('http://localhost:3203');
  });

  it('reads numbers and flags', () => {
    const env = { ...GIVEN, PORT: '8080', PAR_DEMO: '1', PAR_TRUST_PROXY: '0', PAR_MAX_EVIDENCE_MB: '2', DATABASE_POOL: '30' };
    expect(configFrom(env)).toMatchObject({ PORT: 8080, PAR_DEMO: true, PAR_TRUST_PROXY: false, maxEvidenceBytes: 2_097_152, DATABASE_POOL: 30 });
  });

  it('takes an empty setting as one that is not given', () => {
    expect(configFrom({ ...GIVEN, PORT: '', PAR_PUBLIC_URL: '', WEB_ROOT: '' })).toMatchObject({ PORT: 3000, publicUrl: null });
  });

  it('takes the public address without a slash at its end', () => {
    expect(configFrom({ ...GIVEN, PAR_PUBLIC_URL: 'https://par.example/' }).publicUrl).toBe('https://par.example');
  });

  it('takes nothing else from the environment', () => {
    expect(configFrom({ ...GIVEN, PATH: '/bin', maxEvidenceBytes: '1' })).not.toHaveProperty('PATH');
  });

  it('never changes', () => {
    expect(() => Object.assign(configFrom(GIVEN), { PORT: 1 })).toThrow();
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://localhost/par'],
    ['SESSION_SECRET', undefined],
    ['SESSION_SECRET', 'a'.repeat(31)],
    ['PAR_DEMO', 'yes'],
    ['PAR_MAX_EVIDENCE_MB', '0'],
    ['PAR_MAX_EVIDENCE_MB', '4096'],
    ['PAR_PUBLIC_URL', 'par.example'],
    ['PAR_PUBLIC_URL', 'ftp://par.example'],
    ['PAR_TRUST_PROXY', '2'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_POOL', '1'],
  ])('refuses %s=%s with one line of its own', (name, value) => {
    expect(linesOf({ ...GIVEN, [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} (phải|quá ngắn)`))]);
  });

  it('names every wrong setting at once, without showing any secret', () => {
    const env = { DATABASE_URL: 'hunter2-database', SESSION_SECRET: 'hunter2', PORT: 'x' };
    expect(linesOf(env).map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['PORT', 'DATABASE_URL', 'SESSION_SECRET']));
    expect(() => configFrom(env)).toThrow(/^Cấu hình chưa đúng:/);
    expect(linesOf(env).join()).not.toContain('hunter2');
  });

  it('has every setting in .env.example', () => {
    const example = readFileSync(join(__dirname, '../../../../../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#?([A-Z_\d]+)=/gm)].map(([, name]) => name);
    const known = ['DATABASE_POOL', 'DATABASE_URL', 'HOST', 'LOG_LEVEL', 'MAIL_FROM', 'METRICS_TOKEN', 'PAR_DATA_DIR', 'PAR_DEMO', 'PAR_MAX_EVIDENCE_MB', 'PAR_PROVINCE_NAME', 'PAR_PUBLIC_FIELDS', 'PAR_PUBLIC_URL', 'PAR_TRUST_PROXY', 'PORT', 'RECEIPT_KEY', 'S3_ACCESS_KEY_ID', 'S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'S3_SECRET_ACCESS_KEY', 'SESSION_SECRET', 'SMTP_URL', 'SURVEY_KEY', 'WEB_ROOT'];
    expect(listed.sort()).toEqual(known);
    expect(linesOf(Object.fromEntries(known.map((name) => [name, 'not a valid value of anything'])))).not.toHaveLength(0);
  });
});
