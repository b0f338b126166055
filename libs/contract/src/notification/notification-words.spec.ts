import { PHASES } from '../cycle/cycle.workflow';
import { NOTIFICATION_DELIVERY_WORDS, NOTIFICATION_KIND_WORDS, NOTIFICATION_LANGUAGES, notificationWords } from './notification-words';
import type { NotificationParts } from './notification.api';
import { NOTIFICATION_DELIVERIES, NOTIFICATION_KINDS, NOTIFICATION_TASKS } from './notification.workflow';

const FULL: Required<NotificationParts> = {
  cycleTitle: 'Kỳ 2026',
  phase: 'appraisal',
  agencyName: 'Sở Y tế',
  reason: 'Thiếu số liệu',
  deadlineAt: '2026-12-15T10:00:00.000Z',
  closeAt: '2026-12-18T16:59:00.000Z',
  task: 'appraisal',
  days: 3,
  left: 12,
  code: '1.2',
  blind: true,
  lines: ['3 hồ sơ chưa thẩm định xong.'],
};

describe('a notification in words', () => {
  it.each(NOTIFICATION_KINDS)('%s says what happened, with everything that is known and with nothing', (kind) => {
    for (const [parts, language] of [FULL, {}].flatMap((one) => NOTIFICATION_LANGUAGES.map((spoken) => [one, spoken] as const))) {
      const { title, detail } = notificationWords(kind, parts, language);
      expect(title).toMatch(/^[\p{Lu}\d]/u);
      expect(`${title} ${detail}`).not.toMatch(/undefined|null|NaN| {2}|\.\./);
    }
  });

  it.each(NOTIFICATION_KINDS)('%s never speaks of points', (kind) => {
    const { title, detail } = notificationWords(kind, FULL);
    expect(`${title} ${detail}`).not.toMatch(/\d+([.,]\d+)? điểm/);
  });

  it('says the time of Việt Nam', () => {
    expect(notificationWords('phase-opened', FULL)).toEqual({ title: 'Kỳ 2026: giai đoạn «thẩm định» đã mở', detail: 'Hạn: 15/12/2026 17:00.' });
    expect(notificationWords('extended', FULL)).toEqual({ title: 'Sở Y tế được gia hạn thẩm định đến 15/12/2026 17:00', detail: 'Lý do: Thiếu số liệu. Khóa lúc 18/12/2026 23:59.' });
  });

  it('counts the days, and calls the last one today', () => {
    expect(notificationWords('deadline-near', FULL)).toEqual({ title: 'Còn 3 ngày đến hạn thẩm định', detail: 'Sở Y tế: còn 12 tiêu chí. Hạn: 15/12/2026 17:00.' });
    expect(notificationWords('deadline-near', { ...FULL, days: 0 }).title).toBe('Hôm nay đến hạn thẩm định');
  });

  it('counts items of the council and criteria of an appraisal', () => {
    expect(notificationWords('deadline-near', { task: 'council', days: 1, left: 4 })).toEqual({ title: 'Còn 1 ngày đến hạn cho ý kiến tại Hội đồng thẩm định', detail: 'Còn 4 nội dung.' });
    expect(notificationWords('deadline-near', { task: 'reappraisal', days: 1, left: 4 }).detail).toBe('Còn 4 tiêu chí.');
  });

  it('says that what is over can still be done, and is marked', () => {
    expect(notificationWords('deadline-over', FULL).detail).toContain('Vẫn làm được đến 18/12/2026 23:59 và được ghi là muộn.');
    expect(notificationWords('deadline-over', { task: 'appraisal' })).toEqual({ title: 'Đã quá hạn thẩm định', detail: '' });
  });

  it('gives the reason of whoever sent something back', () => {
    expect(notificationWords('assessment-returned', FULL).detail).toBe('Lý do: Thiếu số liệu. Hãy sửa rồi trình lại.');
    expect(notificationWords('assessment-returned', { agencyName: 'Sở Y tế', reason: 'Thiếu số liệu!' }).detail).toBe('Lý do: Thiếu số liệu! Hãy sửa rồi trình lại.');
    expect(notificationWords('assessment-reopened', {}).detail).toBe('Hãy sửa rồi nộp lại trước hạn.');
  });

  it('says what stands in the way of the clock', () => {
    expect(notificationWords('clock-waits', FULL).detail).toBe('3 hồ sơ chưa thẩm định xong. Hãy xử lý, hoặc tự mở giai đoạn và ghi lý do.');
  });

  it.each(PHASES)('knows phase %s', (phase) => {
    expect(notificationWords('phase-opened', { phase }).title).toMatch(/giai đoạn «[^»]+» đã mở$/);
  });

  it.each(NOTIFICATION_TASKS)('knows task %s', (task) => {
    expect(notificationWords('deadline-over', { task }).title).toMatch(/^Đã quá hạn \S/);
  });

  it('has a name for every kind and every way of being told', () => {
    for (const language of NOTIFICATION_LANGUAGES) {
      expect(new Set(NOTIFICATION_KINDS.map((kind) => NOTIFICATION_KIND_WORDS[language][kind])).size).toBe(NOTIFICATION_KINDS.length);
      expect(new Set(NOTIFICATION_DELIVERIES.map((delivery) => NOTIFICATION_DELIVERY_WORDS[language][delivery])).size).toBe(NOTIFICATION_DELIVERIES.length);
    }
  });

  it.each([
    ['self-assessment', 'Sở Y tế được gia hạn tự đánh giá', 'Sở Y tế has more time for the self-assessment'],
    ['explanation', 'Sở Y tế được gia hạn giải trình', 'Sở Y tế has more time for the explanation'],
    ['preliminary', 'Sở Y tế được gia hạn gửi kiến nghị', 'Sở Y tế has more time for the petitions'],
    [undefined, 'Sở Y tế được gia hạn', 'Sở Y tế has more time'],
  ] as const)('says for what there is more time: %s', (phase, vietnamese, english) => {
    const parts = { agencyName: 'Sở Y tế', ...(phase ? { phase } : {}) };
    expect(notificationWords('extended', parts).title).toBe(vietnamese);
    expect(notificationWords('extended', parts, 'en').title).toBe(english);
  });

  it('reminds of petitions that are not signed', () => {
    const parts = { task: 'petition', agencyName: 'Sở Y tế', days: 1, left: 2 } as const;
    expect(notificationWords('deadline-near', parts)).toEqual({ title: 'Còn 1 ngày đến hạn ký, gửi kiến nghị', detail: 'Sở Y tế: còn 2 kiến nghị.' });
    expect(notificationWords('deadline-near', parts, 'en')).toEqual({ title: '1 day left to sign and send petitions', detail: 'Sở Y tế: 2 petitions left.' });
  });
});

describe('a notification in English', () => {
  const VIETNAMESE_WORDS = /(hồ sơ|giai đoạn|hạn|kiến nghị|tiêu chí|cơ quan|lý do|khóa lúc|nội dung|ngày)/i;

  it.each(NOTIFICATION_KINDS)('%s has no Vietnamese word of its own', (kind) => {
    const names = { cycleTitle: 'X', agencyName: 'Y', reason: 'Z', lines: ['W'] };
    const { title, detail } = notificationWords(kind, { ...FULL, ...names }, 'en');
    expect(`${title} ${detail}`).not.toMatch(VIETNAMESE_WORDS);
  });

  it('says the same as the Vietnamese one', () => {
    expect(notificationWords('phase-opened', FULL, 'en')).toEqual({ title: 'Kỳ 2026: phase “appraisal” has opened', detail: 'Deadline: 15/12/2026 17:00.' });
    expect(notificationWords('deadline-near', FULL, 'en')).toEqual({ title: '3 days left to appraise', detail: 'Sở Y tế: 12 criteria left. Deadline: 15/12/2026 17:00.' });
    expect(notificationWords('deadline-near', { ...FULL, days: 0, left: 1 }, 'en')).toMatchObject({ title: 'Today is the last day to appraise', detail: expect.stringContaining('1 criterion left') });
    expect(notificationWords('deadline-over', FULL, 'en').detail).toContain('still possible until 18/12/2026 23:59, and is marked late.');
    expect(notificationWords('assessment-returned', FULL, 'en').detail).toBe('Reason: Thiếu số liệu. Edit it, then send it again.');
    expect(notificationWords('council-vote', { left: 4 }, 'en').detail).toBe('4 items.');
  });

  it('says to one of two that they appraise an item without seeing each other', () => {
    expect(notificationWords('council-vote', { blind: true, code: '1.1' }, 'vi')).toEqual({ title: 'Bạn được giao thẩm định độc lập một nội dung của Hội đồng', detail: 'Tiêu chí 1.1.' });
    expect(notificationWords('council-vote', { blind: true, code: '1.1' }, 'en').title).toBe('You are asked to appraise an item of the council blind');
  });

  it.each(PHASES)('knows phase %s', (phase) => {
    expect(notificationWords('phase-opened', { phase }, 'en').title).toMatch(/phase “[^”]+” has opened$/);
  });

  it.each(NOTIFICATION_TASKS)('knows task %s', (task) => {
    expect(notificationWords('deadline-over', { task }, 'en').title).toMatch(/^The deadline to \S.* is over$/);
  });
});
