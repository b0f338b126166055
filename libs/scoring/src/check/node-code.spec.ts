import { extendsByOnePart, isNodeCode } from './node-code';

it.each(['3', '3.1', '10.12.345', 'A', 'Đ2.a-b', 'IV.1'])('%s can be the code of a node', (code) => {
  expect(isNodeCode(code)).toBe(true);
});

it.each(['', '.', '3.', '.3', '3..1', '3 1', '3.1 ', ' 3', '3/1', '3_1', 'constructor', 'toString'])('"%s" cannot', (code) => {
  expect(isNodeCode(code)).toBe(false);
});

it('a code has 100 characters at most', () => {
  expect(isNodeCode('1'.repeat(100))).toBe(true);
  expect(isNodeCode('1'.repeat(101))).toBe(false);
});

it('tells whether a code is another one plus one part', () => {
  expect(extendsByOnePart('3.1', '3')).toBe(true);
  expect(extendsByOnePart('3.12', '3')).toBe(true);
  expect(extendsByOnePart('3.1.2', '3.1')).toBe(true);
  expect(extendsByOnePart('3.1.2', '3')).toBe(false);
  expect(extendsByOnePart('31', '3')).toBe(false);
  expect(extendsByOnePart('3', '3')).toBe(false);
  expect(extendsByOnePart('4.1', '3')).toBe(false);
});
