import { linksIn } from './links-in';

const linked = (text: string) =>
  linksIn(text)
    .filter(({ address }) => address !== null)
    .map(({ text: shown }) => shown);

test.each([
  ['see https://example.com/a?b=1, please', ['https://example.com/a?b=1']],
  ['(https://example.com/a)', ['https://example.com/a']],
  ['https://en.example.org/wiki/A_(b).', ['https://en.example.org/wiki/A_(b)']],
  ['http://a.test and https://b.test!', ['http://a.test', 'https://b.test']],
  ['javascript:alert(1) data:text/html,x //a.test ftp://a.test', []],
  ['https://bank.test@evil.test/x', []],
  ['https://kim\u202emoc.test', []],
])('%j links %j', (text, links) => {
  expect(linked(text)).toEqual(links);
  expect(
    linksIn(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
