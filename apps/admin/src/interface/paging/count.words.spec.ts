import { countText } from './count.words';

test('a number says where it was not counted further', () => {
  expect(countText(0, 1_000)).toBe('0');
  expect(countText(999, 1_000)).toBe('999');
  expect(countText(1_000, 1_000)).toBe('1,000+');
});
