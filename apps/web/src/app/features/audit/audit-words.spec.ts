import { payloadInWords } from './audit-words';

describe('what a line of the log says', () => {
  it('is in the words of the screens', () => {
    expect(payloadInWords({ payload: { from: 'self-assessment', to: 'appraisal', reason: 'Theo kế hoạch', late: false } })).toBe(
      'từ: Tự đánh giá · sang: Thẩm định · lý do: Theo kế hoạch · muộn: không',
    );
  });

  it('leaves out what is empty and nothing else', () => {
    expect(payloadInWords({ payload: { code: '3.2.1', before: null, after: { numerator: 7, denominator: 13 }, reason: '' } })).toBe(
      'mã: 3.2.1 · sau: {"numerator":7,"denominator":13}',
    );
  });

  it('shows a part that it has no word for by its own name', () => {
    expect(payloadInWords({ payload: { sha256: 'ab12' } })).toBe('sha256: ab12');
  });
});
