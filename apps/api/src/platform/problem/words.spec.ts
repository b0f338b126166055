import { constraintDetail } from './constraint-words';
import { fieldWords } from './field-words';

describe('fieldWords', () => {
  it('calls a field as the screen does', () => expect(fieldWords('documentNumber')).toBe('Số hiệu văn bản'));
  it('calls one that it does not know «Ô này»', () => expect(fieldWords('constructor2')).toBe('Ô này'));
});

describe('constraintDetail', () => {
  it.each([
    ['isBoolean', [], 'Lý do phải là có hoặc không.'],
    ['isLength', [2, 4], 'Lý do cần từ 2 đến 4 ký tự.'],
    ['arrayUnique', [], 'Lý do có mục bị lặp lại.'],
    ['isEnum', [{ a: 'x', b: 'y' }], 'Lý do phải là một trong: x, y.'],
    ['isIso8601', [], 'Lý do phải là ngày giờ hợp lệ.'],
    ['a rule without words', [], 'Lý do chưa đúng.'],
  ])('says %s in a whole sentence', (rule, limits, words) => expect(constraintDetail('reason', rule, limits)).toBe(words));
});
