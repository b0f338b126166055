import type { WorkItem } from '@par-index/contract';
import { groupWork, summaryOf } from './group-work';
import { workSentence } from './work-sentence';

const item = (given: Partial<WorkItem>): WorkItem =>
  ({ urgency: 'due', cycleId: 'c1', assessmentId: 'a1', agencyName: 'Sở Tư pháp', deadlineAt: null, closeAt: null, ...given }) as WorkItem;

describe('one piece of work in words', () => {
  it('says how many criteria are left and leads to the assessment', () => {
    const line = workSentence(item({ kind: 'self-assess', details: { state: 'drafting', left: 18, reason: null } }));
    expect(line.what).toBe('Hoàn thành tự đánh giá của Sở Tư pháp: còn 18 tiêu chí');
    expect(line.path).toEqual(['/assessments', 'a1']);
  });

  it('asks to send what is complete', () => {
    const line = workSentence(item({ kind: 'self-assess', details: { state: 'drafting', left: 0, reason: null } }));
    expect(line.what).toBe('Gửi lãnh đạo hồ sơ tự đánh giá của Sở Tư pháp (đã làm đủ)');
  });

  it('gives the reason of a return', () => {
    const line = workSentence(item({ kind: 'self-assess', details: { state: 'drafting', left: 2, reason: 'Thiếu phụ lục' } }));
    expect(line.why).toBe('Lý do trả lại: Thiếu phụ lục');
  });

  it('leads an officer to the explanation, with the questions that are open', () => {
    const line = workSentence(item({ kind: 'explain', details: { explained: 1, questions: 2 } }));
    expect(line.what).toBe('Giải trình kết quả thẩm định của Sở Tư pháp: còn 2 câu hỏi chưa trả lời');
    expect(line.path).toEqual(['/explanations', 'a1']);
    expect(workSentence(item({ kind: 'explain', details: { explained: 0, questions: 0 } })).what).toBe('Giải trình kết quả thẩm định của Sở Tư pháp');
  });

  it('leads a head to sign the explanation, or to agree', () => {
    expect(workSentence(item({ kind: 'sign-off-explanation', details: { explained: 3, questions: 0 } })).what).toBe('Xem và ký nộp giải trình của Sở Tư pháp: 3 tiêu chí');
    const agreeing = workSentence(item({ kind: 'sign-off-explanation', details: { explained: 0, questions: 0 } }));
    expect(agreeing.what).toContain('ký nộp giải trình hoặc đồng ý');
    expect(agreeing.path).toEqual(['/explanations', 'a1']);
  });

  it('leads a member of the council to what they have to vote on', () => {
    const line = workSentence(item({ kind: 'vote', details: { left: 4 } }));
    expect(line.what).toBe('Biểu quyết 4 nội dung của Hội đồng thẩm định');
    expect(line.path).toEqual(['/council', 'c1']);
  });

  it('leads a head to the petitions to be signed, and Sở Nội vụ to those to be answered', () => {
    const signing = workSentence(item({ kind: 'file-petitions', details: { count: 2 } }));
    expect([signing.what, signing.path]).toEqual(['Xem và ký nộp kiến nghị của Sở Tư pháp: 2 tiêu chí', ['/petitions', 'a1']]);
    const deciding = workSentence(item({ kind: 'decide-survey-proposals', assessmentId: null, details: { count: 4 } }));
    expect([deciding.what, deciding.path]).toEqual(['Quyết định 4 đề xuất điểm từ khảo sát', ['/surveys']]);
    const answering = workSentence(item({ kind: 'answer-petitions', assessmentId: null, details: { count: 3 } }));
    expect([answering.what, answering.path]).toEqual(['Trả lời 3 kiến nghị về kết quả sơ bộ', ['/petitions']]);
  });

  it('counts what is appraised again', () => {
    const line = workSentence(item({ kind: 'reappraise', details: { agencies: 2, left: 5 } }));
    expect(line.what).toBe('Thẩm định lại 5 tiêu chí được giải trình của 2 cơ quan');
    expect(line.path).toEqual(['/appraisals']);
  });

  it('leads an appraiser to the list of agencies', () => {
    const line = workSentence(item({ kind: 'appraise', details: { agencies: 12, left: 96 } }));
    expect(line.what).toBe('Thẩm định 96 tiêu chí của 12 cơ quan');
    expect(line.path).toEqual(['/appraisals']);
  });
});

describe('the list of work', () => {
  it('goes from what is late to what waits, without empty groups', () => {
    const groups = groupWork([
      item({ kind: 'read-results', urgency: 'waiting', details: { provisional: true } }),
      item({ kind: 'appraise', urgency: 'late', details: { agencies: 1, left: 1 } }),
    ]);
    expect(groups.map(({ urgency, items }) => [urgency, items.length])).toEqual([
      ['late', 1],
      ['waiting', 1],
    ]);
  });

  it('is summed up without what waits for others', () => {
    const groups = groupWork([
      item({ kind: 'read-results', urgency: 'waiting', details: { provisional: true } }),
      item({ kind: 'appraise', urgency: 'late', details: { agencies: 1, left: 1 } }),
      item({ kind: 'appraise', urgency: 'due', details: { agencies: 1, left: 1 } }),
    ]);
    expect(summaryOf(groups)).toBe('1 việc quá hạn, 1 việc cần làm.');
    expect(summaryOf([])).toBe('Không có việc nào đến lượt bạn.');
  });
});
