import { Refusal } from '../../platform/problem/refusal';
import type { Problem } from '@par-index/contract';
import { matchAssessment } from './assessment.routes';
import { outcomeOf } from './autosave-transport';
import { retryDelay } from './autosave-retry';
import { placeInWords, sourceOf } from './evidence-words';
import { fieldSummaries } from './field-summaries';
import { offeredMoves } from './move-words';
import { answerOf, COMPILED, evidenceOf } from './self-assessment.fixture';
import { turnOf } from './turn-keys';
import { whoAnswers } from './who-answers';
import { UrlSegment } from '@angular/router';
import { documentInWords } from '../../ui/document-viewer/document-words';

const problem = (given: Partial<Problem>): Problem => ({ ...{ type: '', title: '', status: 409, code: 'server.failed', detail: '', traceId: '' }, ...given });

describe('what a refused save means for what was typed', () => {
  it('another try, where the server was not reached or failed', () => {
    expect(outcomeOf(new Refusal('network.unreachable', 'Mất mạng.'))).toEqual({ kind: 'unreachable', reason: 'Mất mạng.' });
    expect(outcomeOf(new Refusal('server.failed', '')).kind).toBe('unreachable');
    expect(outcomeOf(new Refusal('server.stopping', '')).kind).toBe('unreachable');
  });

  it('patience, where the session is over or somebody else\'s', () => {
    expect(outcomeOf(new Refusal('access.unauthenticated', '')).kind).toBe('signed-out');
    expect(outcomeOf(new Refusal('request.csrf', '')).kind).toBe('signed-out');
  });

  it('a meeting, where somebody was faster: with what stands there, also nothing', () => {
    const current = answerOf({ code: '1.1', note: 'của họ', version: 7 });
    expect(outcomeOf(new Refusal('record.version-stale', '', problem({ status: 412, current })))).toMatchObject({ kind: 'stale', current: { version: 7, updatedBy: 'Hạnh', content: { note: 'của họ' } } });
    expect(outcomeOf(new Refusal('record.version-stale', '', problem({ status: 412, current: null })))).toMatchObject({ kind: 'stale', current: { version: 0 } });
  });

  it('an end, with the reason and what is wrong with each field', () => {
    const refused = new Refusal('answer.invalid', 'Chưa hợp lệ.', problem({ errors: [{ pointer: '/answer', code: 'x', detail: 'Tử số lớn hơn.' }] }));
    expect(outcomeOf(refused)).toEqual({ kind: 'refused', reason: 'Chưa hợp lệ. Tử số lớn hơn.' });
    expect(outcomeOf(new Refusal('assessment.phase-closed', 'Đã khóa.'))).toEqual({ kind: 'refused', reason: 'Đã khóa.' });
  });

  it('pauses that grow to a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 20].map(retryDelay)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });
});

describe('the moves offered', () => {
  it('are those that are open and made here, the next one first', () => {
    expect(offeredMoves(['return', 'submit']).map(({ verb }) => verb)).toEqual(['Ký gửi', 'Trả lại']);
    expect(offeredMoves(['close-appraisal', 'submit-explanation'])).toEqual([]);
  });

  it('say whether a reason is wanted, and whether nothing may be missing', () => {
    expect(offeredMoves(['send', 'return'])).toMatchObject([
      { action: 'send', reasoned: false, complete: true },
      { action: 'return', reasoned: true, complete: false },
    ]);
  });
});

describe('a document in words', () => {
  it('has its number, day and issuer as far as they are known', () => {
    expect(documentInWords(evidenceOf('1.1').document)).toBe('118/BC ngày 12/11/2026, Sở Y tế');
    expect(documentInWords({ documentNumber: '', issuedOn: null, issuer: 'Sở Y tế' })).toBe('Sở Y tế');
  });

  it('has a place to look at', () => {
    expect(placeInWords(evidenceOf('1.1'))).toBe('mục II, trang 4');
    expect(placeInWords({ section: '', page: null })).toBe('');
  });

  it('is shown in the version that stands there, unless it has no file', () => {
    const { document } = evidenceOf('1.1');
    expect(sourceOf(document)).toMatchObject({ url: '/api/v1/evidence-documents/d1/content?fileVersion=3&inline=true', name: 'Báo cáo' });
    expect(sourceOf({ ...document, file: null })).toBeNull();
  });
});

describe('who answers a criterion', () => {
  const leaf = (code: string) => ({ code, path: ['1'], source: code === '1.3' ? ('survey' as const) : ('self' as const) });

  it('is the agency, unless it is exempt or the figures come from elsewhere', () => {
    expect(whoAnswers(leaf('1.1'), [])).toBeNull();
    expect(whoAnswers(leaf('1.3'), [])).toMatch(/^Lấy từ khảo sát\./);
    expect(whoAnswers(leaf('1.1'), [{ code: '1', reason: 'Không có bộ phận một cửa.' }])).toContain('Không có bộ phận một cửa.');
  });
});

describe('each field of work', () => {
  it('has its points and how many of its own criteria are done', () => {
    const [first, bonus] = fieldSummaries(COMPILED, { '1': { points: 3, max: 9, percent: 33.33 }, '2': { excluded: true } }, new Set(['1.1', '2.1']));
    expect(first).toEqual({ code: '1', title: 'Chỉ đạo', points: 3, max: 9, done: 1, leaves: 3 });
    expect(bonus).toMatchObject({ points: null, max: null });
  });
});

describe('the keys that turn', () => {
  const key = (given: Partial<KeyboardEvent>) => ({ key: 'ArrowDown', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...given });

  it('are Alt with the arrows up and down, and nothing else', () => {
    expect(turnOf(key({}))).toBe('next');
    expect(turnOf(key({ key: 'ArrowUp' }))).toBe('previous');
    expect(turnOf(key({ altKey: false }))).toBe('none');
    expect(turnOf(key({ ctrlKey: true }))).toBe('none');
    expect(turnOf(key({ key: 'ArrowLeft' }))).toBe('none');
  });
});

describe('the address of an assessment', () => {
  const match = (...parts: string[]) => matchAssessment(parts.map((part) => new UrlSegment(part, {})));

  it('is one page with and without a criterion', () => {
    expect(Object.keys(match('x')?.posParams ?? {})).toEqual(['id']);
    expect(match('x', '1.1')?.posParams?.['code']?.path).toBe('1.1');
    expect(match()).toBeNull();
    expect(match('x', 'y', 'z')).toBeNull();
  });
});
