import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../..');
const cases = join(workspace, 'libs/scoring/src/golden/cases');

/** The command as npm runs it; `from` is where it was typed. */
function score(file: string | null, from = workspace) {
  const args = ['tools/run.mjs', 'tools/score.ts', ...(file === null ? [] : [file])];
  return spawnSync(process.execPath, args, { cwd: workspace, encoding: 'utf8', env: { ...process.env, INIT_CWD: from, NODE_OPTIONS: '' } });
}

const expected = (name: string): unknown => JSON.parse(readFileSync(join(cases, `${name}.expected.json`), 'utf8'));

describe('npm run score', () => {
  const folder = mkdtempSync(join(tmpdir(), 'par-score-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const leaf = { code: '1', title: 'Tiêu chí', max: 100, rule: { kind: 'direct' } };
  const set = { format: 'par-criteria-set/1', code: 'thu', title: 'Thử', year: 2026, appliesTo: 'so-ban-nganh', criteria: [leaf] };
  const agency = (points: unknown) => ({ code: 'so-tu-phap', answers: { '1': { points } } });
  const document = (points: unknown, criteriaSet: unknown = set) => (
    { format: 'par-scoring-case/1', criteriaSet, agencies: [agency(points)] }
  );

  it('prints the result of a case and nothing else', () => {
    const { status, stdout, stderr } = score(join(cases, 'rounding-points.json'));
    expect({ status, stderr, result: JSON.parse(stdout) as unknown }).toEqual(
      { status: 0, stderr: '', result: expected('rounding-points') },
    );
  });

  it('reads the set from beside the case', () => {
    const { status, stdout } = score('ca-mau-2013.json', cases);
    expect({ status, result: JSON.parse(stdout) as unknown }).toEqual({ status: 0, result: expected('ca-mau-2013') });
  });

  it('works through npm, silently', () => {
    const file = join(cases, 'choice.json');
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'score', '--', file], { cwd: workspace, encoding: 'utf8' });
    expect({ status, result: JSON.parse(stdout) as unknown }).toEqual({ status: 0, result: expected('choice') });
  });

  it('does not mind a byte order mark', () => {
    const { status, stdout } = score(write('bom.json', `\uFEFF${JSON.stringify(document(80))}`), folder);
    expect([status, (JSON.parse(stdout) as { format: string }).format]).toEqual([0, 'par-scoring-result/1']);
  });

  it('prints every error with its pointer, in words, and no result', () => {
    const wrong = { ...document(101), agencies: [agency(101), { ...agency(-1), code: 'b', exempt: ['9'] }] };
    const { status, stdout, stderr } = score(write('wrong.json', JSON.stringify(wrong)), folder);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^\/agencies\/0\/answers\/1\/points: .*101.*100/),
      expect.stringMatching(/^\/agencies\/1\/exempt\/0: .*9/),
      expect.stringMatching(/^\/agencies\/1\/answers\/1\/points: .*-1.*0/),
    ]);
  });

  it('points into a set that is read from its own file', () => {
    write('set.json', JSON.stringify({ ...set, year: 'nay' }).replace('"max":100', '"max":100,"max":100'));
    const { status, stdout, stderr } = score(write('path.json', JSON.stringify(document(1, './set.json'))), folder);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual(['/criteriaSet/criteria/0/max', '/criteriaSet/year', '']);
  });

  it('refuses what only the text shows: a key twice, a number too long', () => {
    const text = JSON.stringify(document(80));
    const twice = score(write('twice.json', text.replace('"points":80', '"points":80,"points":90')), folder);
    expect([twice.status, twice.stdout, twice.stderr]).toEqual(
      [2, '', expect.stringMatching(/^\/agencies\/0\/answers\/1\/points: .*«points»/)],
    );
    const long = score(write('long.json', text.replace('"points":80', '"points":80.00000000000000000001')), folder);
    expect([long.status, long.stdout, long.stderr]).toEqual(
      [2, '', expect.stringMatching(/^\/agencies\/0\/answers\/1\/points: .*80\.0{19}1/)],
    );
  });

  it('says that a file is not there, is no JSON, or was not named', () => {
    expect(score('nowhere.json', folder)).toMatchObject(
      { status: 2, stdout: '', stderr: expect.stringMatching(/^Không đọc được tệp: .*nowhere\.json/) },
    );
    expect(score(write('broken.json', '{'), folder)).toMatchObject(
      { status: 2, stdout: '', stderr: expect.stringMatching(/^Tệp không phải JSON hợp lệ/) },
    );
    expect(score(null)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^Thiếu tệp/) });
    const lost = score(write('lost.json', JSON.stringify(document(1, 'lost-set.json'))), folder);
    expect(lost).toMatchObject(
      { status: 2, stdout: '', stderr: expect.stringMatching(/^\/criteriaSet: Không đọc được tệp: .*lost-set\.json/) },
    );
  });

  it('names the whole file where a finding has no pointer', () => {
    expect(score(write('list.json', '[]'), folder)).toMatchObject(
      { status: 2, stdout: '', stderr: expect.stringMatching(/^\(cả tệp\): /) },
    );
  });
});
