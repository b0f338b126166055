import { draftCode, goesOn, titleFor } from './new-set';

const source = { groupCode: 'so-ban-nganh', year: 2026 };

describe('a new set', () => {
  it('is called by its group and year until somebody types their own', () => {
    expect([titleFor('sở, ban, ngành', '2027'), draftCode('so-ban-nganh', ' 2027 '), draftCode('so-ban-nganh', '')]).toEqual([
      'Bộ tiêu chí xác định Chỉ số cải cách hành chính sở, ban, ngành năm 2027',
      'so-ban-nganh-2027',
      'so-ban-nganh',
    ]);
  });

  it('is the next version of what it is copied from where group and year are the same', () => {
    expect(goesOn({ source, groupCode: 'so-ban-nganh', year: ' 2026 ' })).toBe(true);
  });

  it.each([
    ['another year', { source, groupCode: 'so-ban-nganh', year: '2027' }],
    ['another group', { source, groupCode: 'xa-phuong', year: '2026' }],
    ['nothing copied', { source: undefined, groupCode: 'so-ban-nganh', year: '2026' }],
  ])('is a set of its own for %s', (_what, place) => {
    expect(goesOn(place)).toBe(false);
  });
});
