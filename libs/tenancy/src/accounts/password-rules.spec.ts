import { checkPassword } from './password-rules';

const OWN = ['sam.okafor@demo.test', 'Sam Okafor', 'demo'];
const refused = (words: string): Error =>
  expect.objectContaining({ message: expect.stringContaining(words) as string }) as Error;

test.each([
  ['short', 'at least 12'],
  ['elevenchars', 'at least 12'],
  ['x'.repeat(1_025), 'at most 1024'],
  ['sam.okafor@demo.test', 'e-mail address'],
  ['My SAM.Okafor@demo.test!', 'e-mail address'],
  ['passwordpassword', 'too easy'],
  ['aaaaaaaaaaaa', 'too easy'],
  ['qwertyuiop123', 'too easy'],
  ['123456789012', 'too easy'],
  ['samokafor2026', 'too easy'],
  ['demodemodemo', 'too easy'],
])('refuses %j', (password, words) => {
  expect(() => checkPassword(password, OWN)).toThrow(refused(words));
});

test.each([
  'violet tram under nine bells',
  'kJ8s-plume-Otter',
  'ünïcödé straße übermut',
  '🐙🐙🦊🌵🚲🎷🪁🥝🧲🛶🧦🪐',
])('takes %j, whatever kinds of characters it has', (password) =>
  expect(() => checkPassword(password, OWN)).not.toThrow(),
);

test('a long one costs no more than a short one', () => {
  const started = performance.now();
  checkPassword('violet tram under nine bells '.repeat(35), OWN);
  expect(performance.now() - started).toBeLessThan(2_000);
});
