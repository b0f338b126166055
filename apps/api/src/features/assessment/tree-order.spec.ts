import type { CompiledSet } from '@par-index/scoring';
import { inTreeOrder } from './tree-order';

const set = { leaves: ['1.1', '1.2', '1.10', '2'].map((code) => ({ code })) } as unknown as CompiledSet;
const of = (...codes: readonly string[]) => codes.map((code, written) => ({ code, written }));

describe('what is of criteria, in the order of their tree', () => {
  it('does not go by the letters of a code', () => {
    expect(inTreeOrder(set, of('1.10', '2', '1.1', '1.2')).map(({ code }) => code)).toEqual(['1.1', '1.2', '1.10', '2']);
  });
  it('keeps the order of several of one criterion, and the list that it was given', () => {
    const given = of('2', '1.1', '2', '1.1');
    expect(inTreeOrder(set, given).map(({ written }) => written)).toEqual([1, 3, 0, 2]);
    expect(given.map(({ written }) => written)).toEqual([0, 1, 2, 3]);
  });
  it('puts what the set does not have at the end', () => {
    expect(inTreeOrder(set, of('9', '2', '8')).map(({ code }) => code)).toEqual(['2', '9', '8']);
  });
});
