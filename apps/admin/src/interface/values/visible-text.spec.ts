import { visibleText } from './visible-text';

test.each([
  ['plain text, ünïcode 😀 and\n\ttabs', 'plain text, ünïcode 😀 and\n\ttabs'],
  ['kim@x.test\u202emoc', 'kim@x.test\\u202emoc'],
  ['in\u200bvisible', 'in\\u200bvisible'],
  ['a\rb\u0007', 'a\\u000db\\u0007'],
  ['\ufeffstart', '\\ufeffstart'],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});
