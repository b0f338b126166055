import type { PhaseWindow } from '@par-index/contract';
import { phaseLine } from './phase-line';

const window = { phase: 'appraisal', opensAt: '2026-11-20T00:00:00Z', deadlineAt: '2026-12-01T00:00:00Z', closeAt: '2026-12-05T00:00:00Z' } satisfies PhaseWindow;

describe('the line of phases', () => {
  it('has what is over, what is now and what lies ahead', () => {
    const line = phaseLine({ phase: 'appraisal', windows: [window] });
    expect(line.map(({ place }) => place)).toEqual(['over', 'over', 'now', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('has the dates of a phase where there are any', () => {
    const line = phaseLine({ phase: 'preparing', windows: [window] });
    expect(line.find(({ phase }) => phase === 'appraisal')?.window).toBe(window);
    expect(line.find(({ phase }) => phase === 'council')?.window).toBeNull();
  });

  it('ends with the published result', () => {
    expect(phaseLine({ phase: 'published', windows: [] }).at(-1)).toMatchObject({ phase: 'published', place: 'now' });
  });
});
