import { difference, entry, view } from './explanation.fixture';
import { submissionQuestion } from './submission-question';

const { window } = view();
const onTime = Date.parse('2026-11-24T00:00:00Z');

describe('What the head is asked before signing', () => {
  it('is in so many words to agree to everything, where nothing is explained', () => {
    const question = submissionQuestion({ differences: [difference('1.1'), difference('1.2', { explanation: entry('1.2', { stance: 'agree', text: '' }) })], window }, onTime);
    expect(question).toMatchObject({ title: 'Đồng ý toàn bộ kết quả thẩm định?', verb: 'Đồng ý toàn bộ kết quả thẩm định', effects: ['2 tiêu chí giữ điểm thẩm định lần 1.'] });
  });

  it('names what is explained, and counts what is agreed to and what was left unsaid', () => {
    const differences = [difference('1.1', { explanation: entry('1.1') }), difference('1.2', { explanation: entry('1.2', { stance: 'agree' }) }), difference('1.3')];
    expect(submissionQuestion({ differences, window }, onTime).effects).toEqual([
      'Giải trình 1 tiêu chí: 1.1.',
      '0 tài liệu giải trình kèm theo.',
      'Đồng ý với 2 tiêu chí còn lại.',
      'Trong đó 1 tiêu chí chưa có ý kiến, được hiểu là đồng ý.',
    ]);
  });

  it('says that it will be late, and says nothing of it without a deadline', () => {
    const late = Date.parse('2026-11-29T00:00:00Z');
    const differences = [difference('1.1', { explanation: entry('1.1') })];
    expect(submissionQuestion({ differences, window }, late).effects).toContain('Đã quá hạn: giải trình được ghi nhận là nộp muộn.');
    expect(submissionQuestion({ differences, window: null }, late).effects).toHaveLength(2);
  });
});
