import { fieldInWords, placeInWords } from './field-words';

it('names a field as it is called on paper, and quotes one that it does not know', () => {
  expect(['max', 'title', 'zeroBelow', 'weight', 'constructor'].map(fieldInWords)).toEqual([
    'mức tối đa',
    'tên',
    'mức tối thiểu để có điểm',
    '«weight»',
    '«constructor»',
  ]);
});

it.each([
  ['', 'nội dung tệp'],
  ['/title', 'tên'],
  ['/criteria/0', 'tiêu chí thứ 1'],
  ['/criteria/11/children/2', 'tiêu chí thành phần thứ 3'],
  ['/criteria/0/max', 'mức tối đa'],
  ['/agencies/0/answers/1.1', '«1.1»'],
  ['/12', '«12»'],
  ['/criteria/0/a~1b', '«a/b»'],
  ['/criteria/0/a~01', '«a~1»'],
  ['/grades/1a', '«1a»'],
  ['/grades/a1', '«a1»'],
])('what stands at "%s" is %s', (pointer, words) => {
  expect(placeInWords(pointer)).toBe(words);
});
