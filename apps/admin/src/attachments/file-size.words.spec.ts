import { readableSize, refusalOf } from './file-size.words';

test.each([
  [1, '1 byte'],
  [820, '820 bytes'],
  [14_200, '14 KB'],
  [999_600, '1.0 MB'],
  [2_400_000, '2.4 MB'],
])('%d reads as %s', (bytes, text) => {
  expect(readableSize(bytes)).toBe(text);
});

test('files that the server would refuse are not sent', () => {
  expect(refusalOf({ name: 'a.txt', size: 0 })).toContain('empty');
  expect(refusalOf({ name: 'a.iso', size: 25 * 1024 * 1024 + 1 })).toContain('25 MB');
  expect(refusalOf({ name: 'a.pdf', size: 25 * 1024 * 1024 })).toBeNull();
});
