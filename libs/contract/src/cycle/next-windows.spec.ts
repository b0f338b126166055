import * as fc from 'fast-check';
import type { PhaseWindow } from './cycle.api';
import { WINDOWED_PHASES, type WindowedPhase } from './cycle.workflow';
import { nextWindows } from './next-windows';
import { isWorkingDay, vietnamDay } from './working-days';

/** From the start of a day in Vietnam to the end of another. */
const window = (phase: WindowedPhase, opens: string, deadline: string, close: string): PhaseWindow => ({
  phase,
  opensAt: `${opens}T00:00:00+07:00`,
  deadlineAt: `${deadline}T17:00:00+07:00`,
  closeAt: `${close}T23:59:59.999+07:00`,
});
const days = ({ opensAt, deadlineAt, closeAt }: PhaseWindow): readonly string[] => [opensAt, deadlineAt, closeAt].map(vietnamDay);

describe('the windows of the year after', () => {
  it('lie on the same days at the same times, where those are working days', () => {
    const { windows, moved } = nextWindows([window('self-assessment', '2026-10-01', '2026-11-18', '2026-11-19')]);
    expect(windows).toEqual([{ phase: 'self-assessment', opensAt: '2027-09-30T17:00:00.000Z', deadlineAt: '2027-11-18T10:00:00.000Z', closeAt: '2027-11-19T16:59:59.999Z' }]);
    expect(moved).toEqual([]);
  });

  it('go on to the next working day from a weekend and a holiday, and say why', () => {
    const { windows, moved } = nextWindows([window('self-assessment', '2026-01-01', '2026-02-06', '2026-11-20')]);
    expect(windows.map(days)).toEqual([['2027-01-04', '2027-02-10', '2027-11-22']]);
    expect(moved).toEqual([
      { phase: 'self-assessment', field: 'opensAt', from: '2027-01-01', to: '2027-01-04', because: 'Tết Dương lịch' },
      { phase: 'self-assessment', field: 'deadlineAt', from: '2027-02-06', to: '2027-02-10', because: 'Tết Nguyên đán' },
      { phase: 'self-assessment', field: 'closeAt', from: '2027-11-20', to: '2027-11-22', because: 'thứ Bảy' },
    ]);
  });

  it('put off the phase after what was put off', () => {
    const { windows, moved } = nextWindows([window('self-assessment', '2026-10-01', '2026-11-19', '2026-11-20'), window('appraisal', '2026-11-21', '2026-11-23', '2026-11-30')]);
    expect(windows.map(days)).toEqual([['2027-10-01', '2027-11-19', '2027-11-22'], ['2027-11-23', '2027-11-23', '2027-11-30']]);
    expect(moved.map(({ phase, field, because }) => [phase, field, because])).toEqual([['self-assessment', 'closeAt', 'thứ Bảy'], ['appraisal', 'opensAt', 'Chủ nhật']]);
  });

  it('say also where only the phase before is in the way', () => {
    const { moved } = nextWindows([window('self-assessment', '2026-10-01', '2026-11-20', '2026-11-20'), window('appraisal', '2026-11-22', '2026-12-01', '2026-12-02')]);
    expect(moved.find(({ phase }) => phase === 'appraisal')).toEqual({ phase: 'appraisal', field: 'opensAt', from: '2027-11-22', to: '2027-11-23', because: 'sau giai đoạn trước' });
  });

  it('are none of none', () => expect(nextWindows([])).toEqual({ windows: [], moved: [] }));

  it('are always working days, in order, each phase after the one before, with the time of day as it was', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), gaps, (start, steps) => {
        let at = Date.UTC(2025, 0, 1) + start * 86_400_000;
        const next = (gap: number): string => new Date((at += gap * 86_400_000)).toISOString();
        const given = WINDOWED_PHASES.map((phase, place) => ({ phase, opensAt: next(steps[3 * place] ?? 0), deadlineAt: next(steps[3 * place + 1] ?? 0), closeAt: next(steps[3 * place + 2] ?? 0) }));
        const { windows } = nextWindows(given);
        const moments = windows.flatMap(({ opensAt, deadlineAt, closeAt }) => [opensAt, deadlineAt, closeAt]);
        const before = given.flatMap(({ opensAt, deadlineAt, closeAt }) => [opensAt, deadlineAt, closeAt]);
        moments.forEach((moment, place) => {
          expect(isWorkingDay(vietnamDay(moment))).toBe(true);
          expect(moment.slice(10)).toBe(before[place]?.slice(10));
          expect(place === 0 || Date.parse(moment) >= Date.parse(moments[place - 1] ?? '')).toBe(true);
        });
      }),
    );
  });
});
