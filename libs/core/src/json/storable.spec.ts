import { NUMBER_MESSAGE } from './exact-numbers';
import { DEEPEST_JSON, NUL_MESSAGE, unstorable } from './storable';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

describe('a value', () => {
  it.each([
    null,
    undefined,
    true,
    'text \u{1f600}',
    2 ** 53 - 1,
    -(2 ** 53 - 1),
    0.1,
    1.7e-300,
    { a: [1, { b: undefined }] },
    nested(DEEPEST_JSON),
  ])('of %j is kept', (value) => expect(unstorable(value)).toBeNull());

  it.each<[unknown, string, string]>([
    [{ a: [0, 2 ** 53] }, '/a/1', NUMBER_MESSAGE],
    [JSON.parse('{"__proto__":{"n":-9007199254740993}}'), '/__proto__/n', NUMBER_MESSAGE],
    [{ n: 1e300 }, '/n', NUMBER_MESSAGE],
    [{ n: Infinity }, '/n', 'Is no number that JSON has.'],
    [NaN, '', 'Is no number that JSON has.'],
    [{ 'a/b': 'x\0' }, '/a~1b', NUL_MESSAGE],
    [{ a: { 'x\0': 1 } }, '/a', NUL_MESSAGE],
    [['\ud800'], '/0', 'A text holds half a character (a lone surrogate). Leave it out.'],
    [{ n: 1n }, '/n', 'Is not a JSON value.'],
    [{ at: new Date(0) }, '/at', 'Is not a JSON value.'],
  ])('is refused where it cannot be kept (%#)', (value, pointer, message) => {
    expect(unstorable(value)).toEqual({ pointer, message });
  });

  it('is refused when it is nested too deeply, and the pointer begins where the value stands', () => {
    expect(unstorable(nested(DEEPEST_JSON + 1))?.message).toContain(`deeper than ${DEEPEST_JSON} levels`);
    expect(unstorable({ n: 2 ** 60 }, '/spec')?.pointer).toBe('/spec/n');
  });
});
