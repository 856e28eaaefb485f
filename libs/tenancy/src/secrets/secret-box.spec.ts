import { randomBytes } from 'node:crypto';
import { loadConfig } from '@orkestra/core';
import { SecretBox } from './secret-box.service';

const DATABASES = { DATABASE_URL: 'postgres://a/b', SYSTEM_DATABASE_URL: 'postgres://a/b' };
const newKey = () => randomBytes(32).toString('base64');
const boxOf = (keys: string[], env = 'production') =>
  new SecretBox(loadConfig({ ...DATABASES, NODE_ENV: env, SECRETS_KEY: keys.join(',') }));
const UNREADABLE = expect.objectContaining({ code: 'secrets.unreadable' });

it('gives back what it sealed, never twice alike', () => {
  const box = boxOf([newKey()]);
  const [one, two] = [box.seal('s3cret', ['totp', 'a']), box.seal('s3cret', ['totp', 'a'])];
  expect(box.open(one, ['totp', 'a'])).toBe('s3cret');
  expect(one.bytes.equals(two.bytes)).toBe(false);
  expect(one.bytes.includes('s3cret')).toBe(false);
});

it('opens nothing that was changed, or that belongs to somebody else', () => {
  const box = boxOf([newKey()]);
  const sealed = box.seal('s3cret', ['totp', 'a']);
  expect(() => box.open(sealed, ['totp', 'b'])).toThrow(UNREADABLE);
  sealed.bytes[sealed.bytes.length - 1]! ^= 1;
  expect(() => box.open(sealed, ['totp', 'a'])).toThrow(UNREADABLE);
});

it('goes on with a new key in front, and not without the old one', () => {
  const [old, young] = [newKey(), newKey()];
  const sealed = boxOf([old]).seal('s3cret', []);
  expect(boxOf([young, old]).open(sealed, [])).toBe('s3cret');
  expect(boxOf([young, old]).seal('x', []).keyId).not.toBe(sealed.keyId);
  expect(() => boxOf([young]).open(sealed, [])).toThrow(UNREADABLE);
});

it('needs a key in production, and only there', () => {
  expect(() => boxOf([]).seal('x', [])).toThrow(expect.objectContaining({ code: 'secrets.no_key' }));
  expect(boxOf([], 'development').open(boxOf([], 'test').seal('x', []), [])).toBe('x');
});

it('takes no key of another length', () => {
  expect(() => boxOf(['c2hvcnQ='])).toThrow('SECRETS_KEY: keys of 32 bytes');
});
