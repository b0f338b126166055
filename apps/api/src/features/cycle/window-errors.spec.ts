import type { PhaseWindow, WindowedPhase } from '@par-index/contract';
import { sameMinute, windowErrors } from './window-errors';

const window = (phase: WindowedPhase, opens: number, deadline: number, close: number): PhaseWindow => ({
  phase,
  opensAt: day(opens),
  deadlineAt: day(deadline),
  closeAt: day(close),
});
const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T01:00:00.000Z`;
const found = (windows: readonly PhaseWindow[], phase: Parameters<typeof windowErrors>[1] = 'preparing') =>
  windowErrors(windows, phase).map(({ pointer, code }) => `${pointer} ${code}`);

describe('windowErrors', () => {
  it('finds nothing in windows that follow each other', () => {
    expect(found([window('self-assessment', 1, 5, 6), window('appraisal', 6, 8, 8), window('explanation', 9, 9, 9)])).toEqual([]);
  });

  it('finds nothing where phases in between have no dates yet', () => {
    expect(found([])).toEqual([]);
    expect(found([window('self-assessment', 1, 5, 6), window('council', 7, 8, 9)])).toEqual([]);
  });

  it('finds a deadline before the opening', () => {
    expect(found([window('self-assessment', 5, 4, 6)])).toEqual(['/windows/0/deadlineAt cycle.dates-disordered']);
  });

  it('finds a close before the deadline', () => {
    expect(found([window('self-assessment', 1, 5, 4)])).toEqual(['/windows/0/closeAt cycle.dates-disordered']);
  });

  it('finds a phase that opens before the one before it closes, in whatever order they are sent', () => {
    expect(found([window('appraisal', 5, 8, 9), window('self-assessment', 1, 5, 6)])).toEqual([
      '/windows/0/opensAt cycle.dates-disordered',
    ]);
    expect(windowErrors([window('appraisal', 5, 8, 9), window('self-assessment', 1, 5, 6)], 'preparing')[0]?.detail).toBe(
      'Giai đoạn thẩm định không được mở trước khi giai đoạn tự đánh giá khóa.',
    );
  });

  it('finds a phase with two windows', () => {
    expect(found([window('appraisal', 1, 2, 3), window('appraisal', 1, 2, 3)])).toEqual(['/windows/1/phase cycle.window-repeated']);
  });

  it('leaves phases that are over as they were', () => {
    expect(found([window('self-assessment', 9, 5, 1), window('appraisal', 2, 3, 4)], 'appraisal')).toEqual([]);
    expect(found([window('self-assessment', 1, 2, 9), window('appraisal', 4, 3, 4)], 'appraisal')).toEqual([
      '/windows/1/deadlineAt cycle.dates-disordered',
    ]);
  });
});

describe('sameMinute', () => {
  it('looks at no seconds and at no zone', () => {
    expect(sameMinute('2026-11-01T01:00:59.999Z', '2026-11-01T08:00:00+07:00')).toBe(true);
    expect(sameMinute('2026-11-01T01:00:59.999Z', '2026-11-01T01:01:00Z')).toBe(false);
  });
});
