import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { leafOf, setOf } from '../tree/small-set.fixture';
import { gradeOf } from './grade-of';

const grades = [
  { name: 'Tốt', from: 80 },
  { name: 'Khá', from: 65.5 },
  { name: 'Yếu', from: 10 },
];

it.each([
  [100, 'Tốt'],
  [80, 'Tốt'],
  [79.99, 'Khá'],
  [65.5, 'Khá'],
  [65.49, 'Yếu'],
  [10, 'Yếu'],
  [9.99, null],
])('an index of %p is %p', (index, grade) => {
  expect(gradeOf(compileCriteriaSet(setOf([leafOf('1')], { grades })), index)).toBe(grade);
});

it('a set without grades gives none', () => {
  expect(gradeOf(compileCriteriaSet(setOf([leafOf('1')])), 100)).toBeNull();
});
