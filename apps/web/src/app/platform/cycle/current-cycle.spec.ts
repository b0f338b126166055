import type { CycleView, Phase } from '@par-index/contract';
import { currentOf } from './current-cycle';

const cycle = (year: number, phase: Phase): CycleView => ({ year, phase }) as CycleView;

describe('the current cycle', () => {
  it.each<[string, readonly CycleView[], number | null]>([
    ['the one under way, not the one prepared for next year', [cycle(2027, 'preparing'), cycle(2026, 'appraisal'), cycle(2025, 'published')], 2026],
    ['the newest under way', [cycle(2027, 'self-assessment'), cycle(2026, 'preliminary')], 2027],
    ['the one being prepared, where none is under way', [cycle(2027, 'preparing'), cycle(2026, 'published')], 2027],
    ['the newest, where all are published', [cycle(2026, 'published'), cycle(2025, 'published')], 2026],
    ['none of none', [], null],
  ])('is %s', (_, cycles, year) => expect(currentOf(cycles)?.year ?? null).toBe(year));
});
