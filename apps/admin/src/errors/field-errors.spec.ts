import { fieldErrorsOf, pointerSegments, toFormErrors } from './field-errors';

describe('pointerSegments', () => {
  it('unescapes ~1 before ~0 and takes the whole document as no segment', () => {
    expect(pointerSegments('/a~1b/m~0n/0')).toEqual(['a/b', 'm~n', '0']);
    expect(pointerSegments('/~01')).toEqual(['~1']);
    expect(pointerSegments('')).toEqual([]);
  });
});

describe('toFormErrors', () => {
  it('puts each message at its field, several at one, and those of the whole form at the root', () => {
    const errors = toFormErrors([
      { pointer: '/answer', message: 'Too short.' },
      { pointer: '/answer', message: 'No links.' },
      { pointer: '/items/1/name', message: 'Missing.' },
      { pointer: '', message: 'Does not add up.' },
    ]);
    expect(errors).toEqual({
      __errors: ['Does not add up.'],
      answer: { __errors: ['Too short.', 'No links.'] },
      items: { 1: { name: { __errors: ['Missing.'] } } },
    });
  });

  it('is not led astray by a field called like something of Object', () => {
    const errors = toFormErrors([{ pointer: '/__proto__/polluted', message: 'No.' }]);
    expect(Object.keys(errors)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('fieldErrorsOf', () => {
  it('leaves out what is not a field error', () => {
    const good = { pointer: '/a', message: 'b' };
    expect(fieldErrorsOf({ fields: [good, null, { pointer: 1 }, 'x'] })).toEqual([good]);
    expect(fieldErrorsOf({})).toEqual([]);
  });
});
