import { pointsLook } from './points-look';

describe('how points look', () => {
  it.each([
    [2, 2, 'full'],
    [1.93, 2, 'partial'],
    [0, 2, 'zero'],
    [null, 2, 'none'],
    [0, 0, 'none'],
  ] as const)('%p of %d is %s', (points, max, look) => {
    expect(pointsLook(points, max)).toBe(look);
  });
});
