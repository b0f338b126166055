import { PROBLEMS, type ProblemCode } from './problem';
import { durationInWords, problemDetail } from './problem-words';

const CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

describe('problemDetail', () => {
  it.each(CODES)('says %s in a whole Vietnamese sentence', (code) => {
    const detail = problemDetail(code);
    expect(detail).toMatch(VIETNAMESE);
    expect(detail).toMatch(/^[A-ZĐÂĂÊÔƠƯ].*\.$/u);
    expect(detail).not.toMatch(/undefined|NaN|[{}]/);
  });

  it.each(CODES)('shows no code and no English in the words of %s', (code) => {
    expect(problemDetail(code)).not.toMatch(/[a-z]+\.[a-z]+-|error|invalid|request/);
  });

  it('gives every refusal words of its own', () => {
    expect(new Set(CODES.map((code) => problemDetail(code))).size).toBe(CODES.length);
  });

  it('says how long a delayed sign-in waits', () => {
    expect(problemDetail('sign-in.delayed', { seconds: 20 })).toBe('Đã nhập sai quá nhiều lần. Hãy đợi 20 giây rồi đăng nhập lại.');
    expect(problemDetail('sign-in.delayed', { seconds: 200 })).toContain('đợi 4 phút');
    expect(problemDetail('sign-in.delayed')).toContain('đợi một lúc');
  });

  it('says the limit that a file exceeds', () => {
    expect(problemDetail('evidence.too-large', { megabytes: 50 })).toContain('lớn hơn 50 MB');
    expect(problemDetail('evidence.too-large')).toContain('Tệp quá lớn');
  });
});

describe('durationInWords', () => {
  it.each([
    [0, '1 giây'],
    [0.2, '1 giây'],
    [15, '15 giây'],
    [89.1, '90 giây'],
    [90, '90 giây'],
    [91, '2 phút'],
    [120, '2 phút'],
    [121, '3 phút'],
    [3600, '60 phút'],
  ])('rounds %d s up to «%s»', (seconds, words) => expect(durationInWords(seconds)).toBe(words));
});
