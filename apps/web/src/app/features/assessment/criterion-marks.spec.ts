import { type AnswerContent, NO_CONTENT } from './answer-content';
import { filtersOf, markKindOf, type MarkKind, marksOf, type Standing } from './criterion-marks';
import { COMPILED } from './self-assessment.fixture';

const standing = (contents: Readonly<Record<string, Partial<AnswerContent>>> = {}, given: Partial<Standing> = {}): Standing => ({
  ...{ set: COMPILED, missing: [], exempt: new Set<string>(), stateOf: () => 'saved' as const },
  contentOf: (code) => ({ ...NO_CONTENT, ...contents[code] }),
  ...given,
});

function kindOf(code: string, of: Standing): MarkKind {
  const leaf = COMPILED.leaf(code);
  if (!leaf) throw new Error(code);
  return markKindOf(leaf, of);
}

describe('the mark of a criterion', () => {
  it.each<[string, string, Standing, MarkKind]>([
    ['nothing stated', '1.2', standing(), 'todo'],
    ['nothing stated where nothing is required', '2.1', standing(), 'open'],
    ['a note in the place of figures', '1.2', standing({ '1.2': { note: 'Không có' } }), 'noted'],
    ['a note of blanks', '1.2', standing({ '1.2': { note: '  ' } }), 'todo'],
    ['an answer', '1.2', standing({ '1.2': { answer: { points: 0 } } }), 'done'],
    ['an answer that waits for the group', '1.4', standing({ '1.4': { answer: { value: 3 } } }), 'relative'],
    ['an answer without its evidence', '1.1', standing({ '1.1': { answer: { numerator: 1, denominator: 2 } } }, { missing: [{ code: '1.1', kind: 'evidence' }] }), 'evidence'],
    ['a survey', '1.3', standing(), 'survey'],
    ['an exempt one', '1.2', standing({}, { exempt: new Set(['1.2']) }), 'exempt'],
    ['one below an exempt one', '1.3', standing({}, { exempt: new Set(['1']) }), 'exempt'],
    ['a conflict, whatever else', '1.2', standing({}, { stateOf: () => 'conflict' }), 'conflict'],
    ['what could not be sent', '1.2', standing({}, { stateOf: () => 'unsent' }), 'unsent'],
    ['what is not fit to be sent', '1.2', standing({}, { stateOf: () => 'held' }), 'unsent'],
    ['an answer that is typed by half', '1.2', standing({}, { stateOf: () => 'half' }), 'half'],
  ])('with %s', (_, code, of, expected) => {
    expect(kindOf(code, of)).toBe(expected);
  });

  it('stands for every leaf, with words', () => {
    expect(Object.entries(marksOf(standing())).map(([code, { words }]) => [code, words])).toEqual([
      ['1.1', 'Chưa làm'],
      ['1.2', 'Chưa làm'],
      ['1.3', 'Lấy từ khảo sát'],
      ['1.4', 'Chưa làm'],
      ['2.1', 'Không bắt buộc, chưa khai'],
    ]);
  });
});

describe('the filters above the tree', () => {
  it('offer only what would keep something', () => {
    const filters = filtersOf(standing({ '1.2': { answer: { points: 1 } } }));
    expect(filters.map(({ label, codes }) => [label, [...codes]])).toEqual([
      ['Chưa làm', ['1.1', '1.4']],
      ['Xong', ['1.2']],
    ]);
  });
});
