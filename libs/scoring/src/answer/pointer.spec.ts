import { below } from './pointer';

it.each([
  ['', 'a', '/a'],
  ['/a', 'b', '/a/b'],
  ['/agencies', 0, '/agencies/0'],
  ['/answers', '1.2', '/answers/1.2'],
  ['', '', '/'],
  ['', 'a/b', '/a~1b'],
  ['', 'm~n', '/m~0n'],
  ['', '~1', '/~01'],
  ['', '/~/~', '/~1~0~1~0'],
])('below %p the member %p is %p (RFC 6901)', (at, key, pointer) => {
  expect(below(at, key)).toBe(pointer);
});
