import { canonicalJson, digest } from './digest';

describe('digest', () => {
  it('is the same whatever the order of the keys', () => {
    expect(digest({ a: 1, b: [{ c: 2, d: 3 }] })).toEqual(digest({ b: [{ d: 3, c: 2 }], a: 1 }));
  });

  it('tells different values apart, and leaves out undefined ones as JSON does', () => {
    expect(digest({ a: 1 })).not.toEqual(digest({ a: '1' }));
    expect(digest([1, 2])).not.toEqual(digest([2, 1]));
    expect(digest({ a: 1, b: undefined })).toEqual(digest({ a: 1 }));
  });

  it('tells moments apart', () => {
    expect(digest({ at: new Date(1) })).not.toEqual(digest({ at: new Date(2) }));
    expect(digest({ at: new Date(1) })).toEqual(digest({ at: new Date(1).toJSON() }));
  });
});

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts names by their UTF-16 code units, as section 3.2.3 says', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(text).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`);
  });

  it.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [9007199254740991, '9007199254740991'],
    [5e-324, '5e-324'],
    [295147905179352830000, '295147905179352830000'],
  ])('writes the number %p as ECMAScript does', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
