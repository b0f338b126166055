import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '../../platform/config/config';
import { SurveyKey } from './survey-key';

const SETTING = Buffer.alloc(32, 7).toString('base64');

describe('the key of surveys', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'par-survey-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const opened = (SURVEY_KEY?: string) => SurveyKey.open({ PAR_DATA_DIR: folder, ...(SURVEY_KEY !== undefined && { SURVEY_KEY }) });

  it('is made once, for its owner alone, and one however many processes make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => opened()));
    expect(readdirSync(folder)).toEqual(['survey-key']);
    expect(statSync(join(folder, 'survey-key')).mode & 0o777).toBe(0o600);
    const sealed = keys[0]!.seal('phiếu', 'a');
    expect(keys.map((key) => key.unseal(sealed, 'a'))).toEqual(keys.map(() => 'phiếu'));
  });

  it('is that of the setting, and nothing is written', async () => {
    expect((await opened(SETTING)).unseal((await opened(SETTING)).seal('x', 'a'), 'a')).toBe('x');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is 32 bytes and nothing else', async () => {
    writeFileSync(join(folder, 'survey-key'), 'khóa');
    await expect(opened()).rejects.toThrow('survey-key holds no key of 32 bytes in base64');
    expect(() => configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET: 's'.repeat(32), SURVEY_KEY: 'khóa' })).toThrow('SURVEY_KEY phải là khóa 32 byte');
  });

  it.each([
    ['by another key', (sealed: Buffer) => SurveyKey.generate().unseal(sealed, 'a')],
    ['as something else', (sealed: Buffer, key: SurveyKey) => key.unseal(sealed, 'b')],
    ['once a bit of it was changed', (sealed: Buffer, key: SurveyKey) => key.unseal(Buffer.from(sealed.map((byte, place) => (place === 40 ? byte ^ 1 : byte))), 'a')],
    ['once it was cut', (sealed: Buffer, key: SurveyKey) => key.unseal(sealed.subarray(0, -1), 'a')],
  ])('opens nothing %s', (_, open) => {
    const key = SurveyKey.generate();
    expect(() => open(key.seal('phiếu', 'a'), key)).toThrow();
  });

  it('seals the same text differently each time, and texts of any usual length alike', () => {
    const key = SurveyKey.generate();
    expect(key.seal('x', 'a')).not.toEqual(key.seal('x', 'a'));
    expect(new Set(['', 'x', 'x'.repeat(2000), 'ữ'.repeat(600)].map((text) => key.seal(text, 'a').length)).size).toBe(1);
    expect(key.seal('x'.repeat(2100), 'a').length).toBe(key.seal('x'.repeat(4000), 'a').length);
    expect(key.unseal(key.seal('ữ'.repeat(3000), 'a'), 'a')).toBe('ữ'.repeat(3000));
  });
});
