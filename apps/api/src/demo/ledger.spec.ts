import type { Rule } from '@par-index/scoring';
import { Ledger } from './ledger';

const ratio = (numerator: string, denominator: string, max?: number): Rule => ({ kind: 'proportional', measure: { type: 'ratio', numerator, denominator, ...(max === undefined ? {} : { max }) } });

describe('the figures that an agency of the demonstration has counted', () => {
  it('are the same under every criterion that asks for them', () => {
    const ledger = new Ledger('exact');
    expect(ledger.entered(ratio('Số đúng hạn', 'Tổng số hồ sơ'), { numerator: 90, denominator: 100 })).toEqual({ numerator: 90, denominator: 100 });
    expect(ledger.entered(ratio('Số trực tuyến', 'Số hồ sơ'), { numerator: 300, denominator: 400 })).toEqual({ numerator: 75, denominator: 100 });
    expect(ledger.entered(ratio('Số đúng hạn', 'Tổng số hồ sơ'), { numerator: 1, denominator: 9 })).toEqual({ numerator: 90, denominator: 100 });
  });

  it('never go beyond what the rule allows', () => {
    const ledger = new Ledger('exact');
    ledger.entered(ratio('Số việc', 'Số phiếu'), { numerator: 150, denominator: 150 });
    expect(ledger.entered(ratio('Số việc', 'Số hồ sơ'), { numerator: 40, denominator: 80 })).toEqual({ numerator: 40, denominator: 80 });
  });

  it('are miscounted once where somebody is careless', () => {
    const ledger = new Ledger('miscounted');
    ledger.entered(ratio('Số a', 'Số hồ sơ'), { numerator: 90, denominator: 100 });
    expect(ledger.entered(ratio('Số b', 'Số hồ sơ'), { numerator: 30, denominator: 40 })).toEqual({ numerator: 30, denominator: 40 });
    expect(ledger.entered(ratio('Số c', 'Số hồ sơ'), { numerator: 30, denominator: 40 })).toEqual({ numerator: 75, denominator: 100 });
  });

  it('leaves other answers as they are', () => {
    const answer = { choice: 'dat' };
    expect(new Ledger('exact').entered({ kind: 'choice', options: [] }, answer)).toBe(answer);
  });
});
