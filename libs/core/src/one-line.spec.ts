import { oneLine } from './one-line';
import { oneLineText } from './one-line.schema';

it.each([
  [' Refund of 40 € ', 'Refund of 40 €'],
  ['two\r\nlines\u2028and\tmore', 'two lines and more'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['\u2067isolate without an end', 'isolate without an end'],
  ['bell\u0007 and BOM\ufeff', 'bell and BOM'],
  ['\u200b\u200d\u2060\u00ad', ''],
  ['\u3164\u2800', ''],
  ['\u0301', ''],
  [' \n ', ''],
  ['\u05d4\u05d7\u05d6\u05e8 40', '\u05d4\u05d7\u05d6\u05e8 40'],
  ['\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
  ['\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u200d\u{1f4bb}'],
])('%j is kept as %j', (given, kept) => expect(oneLine(given)).toBe(kept));

it('is refused when nothing of it can be seen, or it is too long', () => {
  const schema = oneLineText(5);
  expect(schema.parse(' a\nb ')).toBe('a b');
  expect(schema.safeParse('\u200b').error?.issues).toMatchObject([{ message: 'must not be empty' }]);
  expect(schema.safeParse('123456').success).toBe(false);
});
