import { safeReturnPath, signInPath } from './return-path';

describe('signInPath', () => {
  it('carries the way back and the reason, where there is one', () => {
    expect(signInPath('/inbox')).toBe('/sign-in');
    expect(signInPath('/tasks/1?x=2', true)).toBe('/sign-in?next=%2Ftasks%2F1%3Fx%3D2&ended=1');
  });
});

describe('safeReturnPath', () => {
  it('keeps an address of this site', () => {
    expect(safeReturnPath('/tasks/1?x=2#y')).toBe('/tasks/1?x=2#y');
  });

  it.each([
    null,
    '',
    'https://evil.test',
    '//evil.test/x',
    '//',
    '//[',
    '/\t/evil.test',
    '/\\evil.test',
    '/sign-in?next=/a',
    'javascript:alert(1)',
  ])('leads to the inbox for %p', (next) => expect(safeReturnPath(next)).toBe('/inbox'));
});
