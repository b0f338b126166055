import { saidBands, saidPoints } from './wording';

describe('bands in a text', () => {
  it.each([
    ['Trên 90%: 2', { above: 90 }, 2],
    ['Từ 70% - 90%: 1', { from: 70, upTo: 90 }, 1],
    ['từ 70% đến dưới 90%: 1,5 điểm', { from: 70, below: 90 }, 1.5],
    ['trên 70 đến 90: đạt 1 điểm', { above: 70, upTo: 90 }, 1],
    ['Dưới 70%: 0 điểm.', { below: 70 }, 0],
    ['Đến 70%: 0', { upTo: 70 }, 0],
    ['Từ 70% trở xuống: 0', { upTo: 70 }, 0],
    ['Từ 70% trở lên: điểm tối đa', { from: 70 }, 'max'],
    ['từ 98%: tối đa', { from: 98 }, 'max'],
    ['100%: 1', { from: 100, upTo: 100 }, 1],
    ['Đạt 100 phần trăm: 1', { from: 100, upTo: 100 }, 1],
    ['Từ 1.000 đến dưới 2.500,5: 3', { from: 1000, below: 2500.5 }, 3],
    ['từ 80% đến dưới 100%: tỷ lệ × 2,5', { from: 80, below: 100 }, null],
    ['Từ 20% đến dưới 50%: nội suy từ 0,5 đến 1,5 điểm', { from: 20, below: 50 }, null],
    ['từ -5% đến 0%: 1', { from: -5, upTo: 0 }, 1],
  ])('«%s»', (text, edges, points) => {
    expect(saidBands(text)).toEqual([{ said: text.split(':')[0], edges, points }]);
  });

  it.each(['Từ ngày 01/01: nộp báo cáo', 'Giảm từ 10% trở lên: điểm tối đa', 'Tính đến 31/12', 'Từ 70% đến 90%', 'Báo cáo: 2 điểm', '', 'tăng: 0 điểm'])('are none in «%s»', (text) => {
    expect(saidBands(text)).toEqual([]);
  });

  it('are one to a clause: a line, a bullet, a semicolon, a full stop', () => {
    expect(saidBands('- Trên 90%: 2 điểm;\n+ Từ 70% đến 90%: 1 điểm. Dưới 70%: 0 điểm.').map(({ edges }) => edges)).toEqual([{ above: 90 }, { from: 70, upTo: 90 }, { below: 70 }]);
  });
});

describe('points in a label', () => {
  it.each<[string, number | null]>([
    ['Đúng hạn (2,5 điểm)', 2.5],
    ['Mỗi báo cáo chậm trừ 0,25 điểm', 0.25],
    ['Vượt từ 5 đến 10 điểm phần trăm', null],
    ['Từ 1 điểm đến 2 điểm', null],
    ['Không đạt', null],
    ['10 điểm tối đa', null],
  ])('«%s»: %s', (label, points) => expect(saidPoints(label)).toBe(points));
});
