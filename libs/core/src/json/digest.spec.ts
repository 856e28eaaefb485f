import { digest } from './digest';

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
