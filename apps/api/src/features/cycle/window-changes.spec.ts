import type { PhaseWindow, WindowedPhase } from '@par-index/contract';
import { changeWindows } from './window-changes';

const window = (phase: WindowedPhase, opens = 1, deadline = 5, close = 6): PhaseWindow => ({
  phase,
  opensAt: at(opens),
  deadlineAt: at(deadline),
  closeAt: at(close),
});
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T01:00:30.000Z`;
const toTheMinute = ({ phase, opensAt, deadlineAt, closeAt }: PhaseWindow): PhaseWindow => {
  const cut = (text: string) => text.replace(':30.000Z', ':00.000Z');
  return { phase, opensAt: cut(opensAt), deadlineAt: cut(deadlineAt), closeAt: cut(closeAt) };
};

const SELF = window('self-assessment', 1, 5, 6);
const APPRAISAL = window('appraisal', 7, 8, 9);
const EXPLANATION = window('explanation', 10, 11, 12);
const STANDING = [SELF, APPRAISAL, EXPLANATION];

describe('changeWindows', () => {
  it('takes everything as asked while the cycle is being prepared', () => {
    const asked = [window('self-assessment', 2, 3, 4)];
    expect(changeWindows(STANDING, asked, 'preparing')).toEqual({ windows: asked, errors: [] });
  });

  it('takes another deadline and close for the phase that is open', () => {
    const { windows, errors } = changeWindows(STANDING, [SELF, window('appraisal', 7, 9, 10), EXPLANATION], 'appraisal');
    expect(errors).toEqual([]);
    expect(windows).toContainEqual(window('appraisal', 7, 9, 10));
  });

  it('keeps the seconds of what is over or has begun, whoever sends minutes', () => {
    const { windows, errors } = changeWindows(STANDING, STANDING.map(toTheMinute), 'appraisal');
    expect(errors).toEqual([]);
    expect(windows).toEqual([SELF, { ...toTheMinute(APPRAISAL), opensAt: APPRAISAL.opensAt }, toTheMinute(EXPLANATION)]);
  });

  it('keeps the window of a phase that is over where it is left out', () => {
    expect(changeWindows(STANDING, [APPRAISAL, EXPLANATION], 'appraisal')).toEqual({ windows: STANDING, errors: [] });
  });

  it('lets the window of a phase that is ahead go', () => {
    expect(changeWindows(STANDING, [SELF, APPRAISAL], 'appraisal')).toEqual({ windows: [SELF, APPRAISAL], errors: [] });
  });

  it.each([
    [
      'the opening of the open phase',
      [SELF, window('appraisal', 8, 8, 9)],
      '/windows/1/opensAt',
      'Giai đoạn thẩm định đã mở nên ngày mở không đổi được nữa.',
    ],
    [
      'a phase that is over',
      [window('self-assessment', 1, 5, 7), APPRAISAL],
      '/windows/0',
      'Giai đoạn tự đánh giá đã qua nên thời hạn không đổi được nữa.',
    ],
    ['the loss of the open phase', [SELF, EXPLANATION], '/windows', 'Giai đoạn thẩm định đang diễn ra nên phải có thời hạn.'],
  ])('refuses a change of %s', (_, asked, pointer, detail) => {
    expect(changeWindows(STANDING, asked, 'appraisal').errors).toMatchObject([{ pointer, detail }]);
  });

  it.each(['opensAt', 'deadlineAt', 'closeAt'] as const)('refuses another %s of a phase that is over', (name) => {
    const asked = [{ ...SELF, [name]: at(20) }, APPRAISAL];
    expect(changeWindows(STANDING, asked, 'appraisal').errors).toHaveLength(1);
  });
});
