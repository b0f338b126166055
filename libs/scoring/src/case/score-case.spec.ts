import { leafOf, setOf } from '../tree/small-set.fixture';
import { scoreCase } from './score-case';

const criteriaSet = setOf([leafOf('1', { max: 100 })]);
const agency = { code: 'so-tu-phap', answers: { '1': { points: 80 } } };
const document = { format: 'par-scoring-case/1', criteriaSet, agencies: [agency] };

function refusals(wrong: unknown): readonly string[] {
  const outcome = scoreCase(wrong);
  return outcome.ok ? [] : outcome.findings.map(({ pointer, code }) => `${pointer} ${code}`);
}
const withAgency = (wrong: unknown) => refusals({ ...document, agencies: [agency, wrong] });

describe('scoreCase', () => {
  it('gives the result of a case', () => {
    expect(scoreCase(document)).toEqual({
      ok: true,
      result: {
        format: 'par-scoring-result/1',
        agencies: [
          {
            code: 'so-tu-phap', points: 80, applicableMax: 100, bonus: 0, penalty: 0, index: 80, rank: 1, grade: null,
            selfPoints: 80, surveyPoints: 0, missing: [], nodes: { '1': { points: 80, max: 100, percent: 80 } },
          },
        ],
      },
    });
  });

  it('may score nobody', () => {
    expect(scoreCase({ ...document, agencies: [] })).toEqual({ ok: true, result: { format: 'par-scoring-result/1', agencies: [] } });
  });

  it('does not mind warnings about the set', () => {
    expect(refusals({ ...document, criteriaSet: setOf([leafOf('1')]), agencies: [] })).toEqual([]);
  });

  it.each([[null], [undefined], [3], ['{}'], [[]], [true]])('refuses %p, which is no object', (wrong) => {
    expect(refusals(wrong)).toEqual([' case.not-object']);
  });

  it('names every field that is missing or unknown', () => {
    expect(refusals({ note: 1 })).toEqual([
      '/note case.unknown-field',
      '/format case.missing-field',
      '/criteriaSet case.missing-field',
      '/agencies case.missing-field',
    ]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['format', 'par-scoring-case/2', ['/format case.wrong-format']],
    ['format', 1, ['/format case.wrong-format']],
    ['agencies', {}, ['/agencies case.not-list']],
    ['agencies', null, ['/agencies case.not-list']],
    ['criteriaSet', 'set.json', ['/criteriaSet case.set-not-read']],
    ['criteriaSet', null, ['/criteriaSet set.not-an-object']],
    ['criteriaSet', { ...criteriaSet, year: 'nay' }, ['/criteriaSet/year set.not-a-number']],
  ])('refuses as its %s %p', (field, value, expected) => {
    expect(refusals({ ...document, [field]: value })).toEqual(expected);
  });

  it.each<[unknown, readonly string[]]>([
    [null, ['/agencies/1 case.not-object']],
    [[], ['/agencies/1 case.not-object']],
    [{}, ['/agencies/1/code case.missing-field', '/agencies/1/answers case.missing-field']],
    [{ code: 'b', answers: {}, exemt: [] }, ['/agencies/1/exemt case.unknown-field']],
    [{ code: 'b', answers: [] }, ['/agencies/1/answers case.not-object']],
    [{ code: 'b', answers: null }, ['/agencies/1/answers case.not-object']],
    [{ code: '', answers: {} }, ['/agencies/1/code case.not-text']],
    [{ code: ' ', answers: {} }, ['/agencies/1/code case.not-text']],
    [{ code: 7, answers: {} }, ['/agencies/1/code case.not-text']],
    [{ code: 'b', name: null, answers: {} }, ['/agencies/1/name case.not-text']],
    [{ code: 'b', answers: {}, exempt: '1' }, ['/agencies/1/exempt case.not-list']],
    [{ code: 'b', answers: {}, exempt: [1] }, ['/agencies/1/exempt/0 case.not-text']],
    [{ code: 'b', answers: {}, exempt: ['1', '1'] }, ['/agencies/1/exempt/1 case.doubled-exemption']],
    [{ code: 'b', answers: {}, exempt: ['9'] }, ['/agencies/1/exempt/0 answer.unknown-criterion']],
    [{ code: 'so-tu-phap', answers: {} }, ['/agencies/1/code case.doubled-agency']],
    [{ code: 'b', name: 'B', exempt: ['1'], answers: {} }, []],
    [{ code: 'b', answers: { '1': null } }, ['/agencies/1/answers/1 answer.not-object']],
    [
      { code: 'b', answers: { '1': { points: 101 }, '2': {} } },
      ['/agencies/1/answers/1/points answer.above-max', '/agencies/1/answers/2 answer.unknown-criterion'],
    ],
  ])('of an agency such as %p says %p', (wrong, expected) => {
    expect(withAgency(wrong)).toEqual(expected);
  });

  it('says what is wrong', () => {
    const outcome = scoreCase(
      { format: 'x', criteriaSet: 'a.json', note: 1, agencies: [agency, { ...agency, exempt: ['1', '1'], name: '' }, 3] },
    );
    expect(outcome.ok ? [] : outcome.findings).toEqual([
      { severity: 'error', code: 'case.unknown-field', pointer: '/note', params: { field: 'note' } },
      { severity: 'error', code: 'case.wrong-format', pointer: '/format', params: { expected: 'par-scoring-case/1' } },
      { severity: 'error', code: 'case.not-text', pointer: '/agencies/1/name', params: { field: 'name' } },
      { severity: 'error', code: 'case.doubled-exemption', pointer: '/agencies/1/exempt/1', params: { criterion: '1' } },
      { severity: 'error', code: 'case.not-object', pointer: '/agencies/2', params: {} },
      { severity: 'error', code: 'case.doubled-agency', pointer: '/agencies/1/code', params: { agency: 'so-tu-phap' } },
      { severity: 'error', code: 'case.set-not-read', pointer: '/criteriaSet', params: { path: 'a.json' } },
    ]);
    const missing = scoreCase({ ...document, agencies: [{ code: 'b', answers: {}, exempt: {} }, {}] });
    expect(
      missing.ok ? [] : missing.findings.map(({ params }) => params),
    ).toEqual([{ field: 'exempt' }, { field: 'code' }, { field: 'answers' }]);
  });

  it('looks at the answers once the set is free of errors', () => {
    const wrong = { code: 'b', answers: { '1': { points: -1 } } };
    expect(
      refusals({ ...document, criteriaSet: {}, agencies: [wrong] }).every((refusal) => refusal.startsWith('/criteriaSet/')),
    ).toBe(true);
  });
});
