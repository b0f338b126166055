import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anyDocument, anyText } from './arbitrary-document.fixture';
import { readAnswer, writtenAnswer } from './answer-text';
import { numberOf, readList, readText, writtenList, writtenText } from './cell-text';
import { exactTables, tablesRead } from './exact-tables';
import { readSet } from './read-set';
import { setTables } from './set-tables';
import { Notes } from './sheet-rows';

const GOLDEN = join(__dirname, '../../../../../../libs/scoring/src/golden/criteria');
const goldenSet = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(GOLDEN, `${name}.json`), 'utf8')) as Record<string, unknown>;

describe('a text in a cell', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(fc.property(anyText, (text) => readText(writtenText(text)) === text));
  });
  it('holds nothing that XML has no place for', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[^\P{Cc}\n]|\p{Cs}|\ufffe|\uffff|_x[0-9a-f]{4}_/iu.test(writtenText(text))));
  });
  it('is left alone where it can be', () => expect(writtenText('Kế hoạch «năm»: 1/2; 3')).toBe('Kế hoạch «năm»: 1/2; 3'));
});

describe('a list in a cell', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => expect(readList(writtenList(texts))).toEqual(texts)));
  });
  it('is read as a person types it', () => expect(readList(' 8.1;3 ; ')).toEqual(['8.1', '3']));
});

describe('a number in words of a person', () => {
  it.each([['0,5', 0.5], ['1.842,5', 1842.5], ['0.5', 0.5], ['12', 12], ['−3', -3], ['1.250', 1250], ['99.5', 99.5]])('reads %s', (text, value) => expect(numberOf(text)).toBe(value));
  it.each(['', 'x', '1,2,3', '1 000', '5%', '1e3', '--1'])('does not take «%s» for one', (text) => expect(numberOf(text)).toBeNull());
});

describe('the answer of an example', () => {
  it.each([
    ['phương án: kip-thoi', { choice: 'kip-thoi' }],
    ['Tử số: 18; mẫu số: 20,5', { numerator: 18, denominator: 20.5 }],
    ['nội dung đạt: [a; b]', { checked: ['a', 'b'] }],
    ['số phiếu: {A: 10; B: 5}', { responses: { A: 10, B: 5 } }],
    ['trường hợp: {hai: {nội dung đạt: []}}', { cases: { hai: { checked: [] } } }],
    ['không áp dụng: có; lý do: Không phát sinh', { notApplicable: true, reason: 'Không phát sinh' }],
  ])('is read from %s', (text, given) => expect(readAnswer(text)).toEqual(given));
  it.each(['tử số', 'tử số: 1 mẫu số: 2', '{', 'a: [', 'a: "x', ': 1'])('is refused where it makes no sense: %s', (text) => expect(readAnswer(text)).toBeNull());
  it('is refused where it is nested without end', () => expect(readAnswer('a:{'.repeat(5000))).toBeNull());
  it('comes back as it was', () => {
    fc.assert(fc.property(fc.dictionary(anyText, fc.jsonValue({ maxDepth: 3 })), (given) => {
      expect(readAnswer(writtenAnswer(given))).toEqual(JSON.parse(JSON.stringify(given)));
    }));
  });
});

describe('the tables of a set', () => {
  it('give the same set back, whatever the set', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const notes = new Notes();
        expect({ back: readSet(tablesRead(setTables(document)), notes), errors: notes.errors }).toEqual({ back: document, errors: [] });
        expect(exactTables(document)).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it.each(['so-ban-nganh-2026', 'xa-phuong-2026', 'ca-mau-2013'])('give %s back', (name) => {
    const set = goldenSet(name);
    expect(readSet(tablesRead(exactTables(set) ?? setTables({})), new Notes())).toEqual(set);
  });

  it('are not handed out where they would lose something', () => {
    const set = goldenSet('ca-mau-2013');
    expect(exactTables({ ...set, extra: 1 })).toBeNull();
    expect(exactTables({ ...set, title: 'x'.repeat(40_000) })).toBeNull();
    expect(exactTables({ ...set, criteria: [{ code: '1', title: 'a', rule: { kind: 'khac' } }] })).toBeNull();
    expect(exactTables({ ...set, criteria: [{ code: '1', title: 'a', rule: { kind: 'choice' } }] })).toBeNull();
  });
});
