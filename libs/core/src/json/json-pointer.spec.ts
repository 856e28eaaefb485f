import { pointerTo } from './json-pointer';

it('writes a path as RFC 6901 says', () => {
  expect(pointerTo(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
  expect(pointerTo([])).toBe('');
});
