import { createHash } from 'node:crypto';
import { digestOf } from './call-digest';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the digest of a call', () => {
  it.each([
    [{ to: 'a', body: 'b' }, '{"body":"b","to":"a"}'],
    [{ b: { d: 1, c: [2, { f: null, e: true }] } }, '{"b":{"c":[2,{"e":true,"f":null}],"d":1}}'],
    [{ left: undefined, at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    [JSON.parse('{"__proto__":1,"A":2,"a":3}') as object, '{"A":2,"__proto__":1,"a":3}'],
    [undefined, '{}'],
    ['text', '{"input":"text"}'],
    [[1], '{"input":[1]}'],
  ])('of %j is that of canonical JSON', (given, json) => {
    expect(digestOf('send', given)).toBe(sha256(`{"arguments":${json},"tool":"send"}`));
  });
});
