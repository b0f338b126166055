import { keepDoubts, keptDoubts } from './kept-doubts';
import { outlineOf } from './outline-rows';
import { nameOf } from './save-as';

describe('the outline of a document', () => {
  it('has every criterion with its level and its own marks', () => {
    const document = { criteria: [{ code: '1', title: 'A', max: 2, children: [{ code: '1.1', title: 'B', max: 2 }] }] };
    expect(outlineOf(document, ['/criteria/0', '/criteria/0/children/0', '/criteria/0/children/0/rule', '/criteria/0/max', '/title'])).toEqual([
      { pointer: '/criteria/0', level: 1, code: '1', title: 'A', max: 2, marks: 2 },
      { pointer: '/criteria/0/children/0', level: 2, code: '1.1', title: 'B', max: 2, marks: 2 },
    ]);
  });

  it.each([null, 3, {}, { criteria: 1 }, { criteria: [null, 3] }])('is empty for %j', (document) => expect(outlineOf(document, [])).toEqual([]));
  it('shows what is there of a broken criterion', () => expect(outlineOf({ criteria: [{ max: 'x' }] }, [])).toMatchObject([{ code: '', title: '', max: null }]));
});

describe('doubts kept for a draft', () => {
  const doubt = { pointer: '', code: null, row: 0, line: 'a', reason: 'b', assumed: 'c' };
  it('are there until none is left', () => {
    keepDoubts('d', [doubt]);
    expect(keptDoubts('d')).toEqual([doubt]);
    keepDoubts('d', []);
    expect(keptDoubts('d')).toEqual([]);
  });
  it('are none where the browser holds something else', () => {
    localStorage.setItem('par-index.import-doubts.d', '{');
    expect(keptDoubts('d')).toEqual([]);
  });
});

it('the name of a file is the one that the server gave it', () => {
  expect(nameOf('attachment; filename="ca-mau-v1.xlsx"')).toBe('ca-mau-v1.xlsx');
  expect(nameOf(null)).toBe('bo-tieu-chi');
});
