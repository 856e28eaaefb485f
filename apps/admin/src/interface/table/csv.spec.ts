import { toCsv } from './csv';

test('what would end a field or a line is quoted', () => {
  expect(
    toCsv([
      ['a', 'b'],
      ['1,5', 'say "yes"\nor no'],
    ]),
  ).toBe('a,b\r\n"1,5","say ""yes""\nor no"');
});

test('what a spreadsheet would run is text, numbers stay numbers', () => {
  expect(toCsv([['=1+1', '@SUM(A1)', '-12.50', '+49 30', '-x']])).toBe("'=1+1,'@SUM(A1),-12.50,'+49 30,'-x");
});
