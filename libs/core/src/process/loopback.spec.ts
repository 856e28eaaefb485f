import { isLoopback } from './loopback';

it('tells this machine from others', () => {
  expect(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1', 'localhost', '[::1]'].every(isLoopback)).toBe(
    true,
  );
  expect(
    [
      '10.0.0.1',
      '::ffff:10.0.0.1',
      '12.7.0.1',
      '1127.0.0.1',
      '127.0.0.1.evil.test',
      'localhost.test',
      '',
      undefined,
    ].some(isLoopback),
  ).toBe(false);
});
