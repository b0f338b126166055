import type { DocumentUse } from '@par-index/contract';
import { usesByCycle } from './document-uses';

const use = (code: string, changes: Partial<DocumentUse> = {}): DocumentUse => ({ assessmentId: 'as-26', year: 2026, cycleTitle: 'Kỳ 2026', code, round: 'self-assessment', fileVersion: null, ...changes });
const former = { assessmentId: 'as-25', year: 2025, cycleTitle: 'Kỳ 2025', fileVersion: 1 } as const;

describe('where a document stands', () => {
  it('is told cycle by cycle, the newest first, each criterion in its place', () => {
    const told = usesByCycle([use('2.1', former), use('1.10'), use('1.9'), use('1.2', former)]);
    expect(told.map(({ cycleTitle, criteria }) => [cycleTitle, ...criteria.map(({ code }) => code)])).toEqual([['Kỳ 2026', '1.9', '1.10'], ['Kỳ 2025', '1.2', '2.1']]);
    expect(told[1]?.criteria[0]).toEqual({ assessmentId: 'as-25', code: '1.2' });
  });

  it('keeps versions and rounds apart', () => {
    const told = usesByCycle([use('1.1', { fileVersion: 1 }), use('1.2', { fileVersion: 2 }), use('1.3', { fileVersion: 2, round: 'explanation' })]);
    expect(told.map(({ fileVersion, round }) => [fileVersion, round])).toEqual([[1, 'self-assessment'], [2, 'self-assessment'], [2, 'explanation']]);
  });

  it('is nothing where it is not used', () => {
    expect(usesByCycle([])).toEqual([]);
  });
});
