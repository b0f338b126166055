import type { AssessmentState, CycleView, ExtensionView, Phase, ProgressRow } from '@par-index/contract';
import { rowLocksOf } from './row-locks';

const WINDOW = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-10T00:00:00Z', closeAt: '2026-11-12T00:00:00Z' };
const MORE: ExtensionView = { phase: 'self-assessment', deadlineAt: '2026-11-20T00:00:00Z', closeAt: '2026-11-22T00:00:00Z', reason: 'Bão lũ', grantedBy: 'Vũ Thị Lan', grantedAt: '2026-11-11T00:00:00Z' };
const HOME_AFFAIRS = { grants: [{ role: 'home-affairs' as const, agencyId: 'noi-vu' }] };

const cycle = (phase: Phase, now = '2026-11-05T00:00:00Z') => ({ phase, now, windows: [{ phase: 'self-assessment', ...WINDOW }] }) as unknown as CycleView;
const row = (state: AssessmentState, extensions: readonly ExtensionView[] = [], agencyId = 'y-te') => ({ state, extensions, agency: { id: agencyId } }) as unknown as ProgressRow;

describe('what can be done with an agency in a cycle', () => {
  it('is everything while it has handed in and its time runs', () => {
    expect(rowLocksOf(HOME_AFFAIRS, cycle('self-assessment'), row('submitted'))).toEqual({ extend: null, exempt: null, reopen: null });
  });

  it.each<[AssessmentState, string]>([
    ['drafting', 'Hồ sơ chưa nộp'],
    ['awaiting-head', 'Hồ sơ chưa nộp'],
    ['appraised', 'đã thẩm định xong'],
  ])('is not reopening what is %s, with the reason', (state, words) => {
    expect(rowLocksOf(HOME_AFFAIRS, cycle('appraisal'), row(state)).reopen).toContain(words);
  });

  it('is reopening after the close only with more time, and it says so', () => {
    const closed = cycle('appraisal', '2026-11-15T00:00:00Z');
    expect(rowLocksOf(HOME_AFFAIRS, closed, row('submitted')).reopen).toContain('gia hạn tự đánh giá trước');
    expect(rowLocksOf(HOME_AFFAIRS, closed, row('submitted', [MORE])).reopen).toBeNull();
    expect(rowLocksOf(HOME_AFFAIRS, closed, row('submitted', [{ ...MORE, phase: 'explanation' }])).reopen).toContain('gia hạn');
  });

  it('is not reopening the own agency', () => {
    expect(rowLocksOf(HOME_AFFAIRS, cycle('self-assessment'), row('submitted', [], 'noi-vu')).reopen).toContain('cơ quan bạn');
  });

  it('is no exemption once the preliminary result is out, and nothing to extend at the end', () => {
    const { extend, exempt } = rowLocksOf(HOME_AFFAIRS, cycle('published'), row('final'));
    expect(exempt).toContain('kết quả sơ bộ');
    expect(extend).toContain('không còn việc nào');
    expect(rowLocksOf(HOME_AFFAIRS, cycle('preliminary'), row('decided')).extend).toBeNull();
  });
});
