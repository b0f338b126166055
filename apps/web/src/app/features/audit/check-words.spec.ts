import { checkInWords, isOpen } from './check-words';

const check = { state: 'done', checked: 12_345, total: 12_345, found: 0 } as const;

describe('a check of the log in words', () => {
  it('says that nothing is wrong, and over how much', () => {
    expect(checkInWords(check)).toBe('Nguyên vẹn: 12.345 dòng đúng như khi ghi');
  });

  it('says how much is wrong', () => {
    expect(checkInWords({ ...check, found: 2 })).toBe('Có 2 chỗ sai lệch trong 12.345 dòng');
  });

  it('says how far it is', () => {
    expect(checkInWords({ ...check, state: 'running', checked: 100 })).toBe('Đang kiểm tra: 100 trên 12.345 dòng');
    expect(checkInWords({ ...check, state: 'cancelled' })).toBe('Đã dừng theo yêu cầu');
  });

  it('may still end by itself while it waits or runs', () => {
    expect((['waiting', 'running', 'done', 'cancelled', 'failed'] as const).filter((state) => isOpen({ state }))).toEqual(['waiting', 'running']);
  });
});
