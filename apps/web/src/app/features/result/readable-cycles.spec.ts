import type { CycleView, Phase } from '@par-index/contract';
import { firstCycle, readableCycles } from './readable-cycles';

const cycle = (year: number, phase: Phase) => ({ id: String(year), year, phase }) as CycleView;
const CYCLES = [cycle(2027, 'preparing'), cycle(2026, 'appraisal'), cycle(2025, 'published')];
const years = (cycles: readonly CycleView[]) => cycles.map(({ year }) => year);

describe('the cycles whose results are read', () => {
  it('are the published ones for most people', () => {
    expect(years(readableCycles(CYCLES, 'published'))).toEqual([2025]);
    expect(firstCycle(CYCLES, 'published')?.year).toBe(2025);
  });

  it('are the running ones too for whoever sees provisional figures', () => {
    expect(years(readableCycles(CYCLES, 'provisional'))).toEqual([2026, 2025]);
    expect(firstCycle(CYCLES, 'provisional')?.year).toBe(2026);
  });

  it('are none before anything is open', () => {
    expect(firstCycle([cycle(2026, 'preparing')], 'provisional')).toBeNull();
    expect(firstCycle([], 'published')).toBeNull();
  });

  it('fall back to the published one where nothing runs', () => {
    expect(firstCycle([cycle(2025, 'published')], 'provisional')?.year).toBe(2025);
  });
});
