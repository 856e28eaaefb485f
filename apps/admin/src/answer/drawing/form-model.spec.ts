import { answerOf } from './answer-of';
import { drawableSchema } from './drawable-schema';
import { filledIn, placesOf } from './filled-in';
import { shapesOf } from './form-shape';
import type { Schema } from './schema-keywords';
import { answerProblems } from '../validation/answer-problems';

// `@rjsf/core` loads it for tests of its own; the app is built without it too.
jest.mock('@rjsf/validator-ajv8', () => ({}), { virtual: true });

function form(schema: Schema, chosen: Record<string, number> = {}, layout: Schema = {}) {
  const drawn = drawableSchema(schema);
  const shapeOf = shapesOf(drawn, new Map(Object.entries(chosen)));
  return {
    drawn,
    opened: (data: unknown = {}, known = new Set<string>()) =>
      filledIn(drawn, layout, data, { shapeOf, known }),
    fields: (data: unknown) => [...placesOf(drawn, data, shapeOf)].filter((place) => place !== ''),
    sent: (data: unknown) => answerOf(drawn, data, shapeOf),
    problems: (data: unknown) =>
      answerProblems(schema, drawn, answerOf(drawn, data, shapeOf), shapeOf).map(
        ({ pointer, message }) => `${pointer} ${message}`,
      ),
  };
}
const object = (properties: Schema, more: Schema = {}): Schema => ({ type: 'object', properties, ...more });
const text = { type: 'string' };
const card = object({ kind: { const: 'card' }, no: text }, { title: 'Card', required: ['kind', 'no'] });
const bank = object({ kind: { const: 'bank' }, iban: text }, { title: 'Bank', required: ['kind', 'iban'] });

describe('fields that come and go', () => {
  it('come by dependentSchemas, also behind a reference, and are required then', () => {
    const address = { properties: { address: text }, required: ['address'] };
    const { fields, problems } = form(
      object(
        { card: text },
        { dependentSchemas: { card: { $ref: '#/$defs/more' } }, $defs: { more: address } },
      ),
    );
    expect(fields({})).toEqual(['/card']);
    expect(fields({ card: '4711' })).toEqual(['/card', '/address']);
    expect(problems({ card: '4711' })).toEqual(['/address Please fill this in.']);
  });

  it('come by a condition with references, and what is not shown any more is not sent', () => {
    const { fields, sent } = form(
      object(
        { kind: { enum: ['a', 'b'] } },
        {
          if: { properties: { kind: { $ref: '#/definitions/isA' } }, required: ['kind'] },
          then: object({ extra: text, ok: { type: 'boolean' } }, { required: ['extra'] }),
          definitions: { isA: { const: 'a' } },
        },
      ),
    );
    expect(fields({ kind: 'a' })).toEqual(['/kind', '/extra', '/ok']);
    expect(sent({ kind: 'a', extra: 'x' })).toEqual({ kind: 'a', extra: 'x' });
    expect(sent({ kind: 'b', extra: 'x' })).toEqual({ kind: 'b' });
  });
});

describe('defaults', () => {
  it('are put in when a field is drawn first, and never again', () => {
    const schema = object(
      {
        n: { type: ['number', 'null'], default: 5 },
        ask: { type: 'boolean' },
        rows: { type: 'array', items: object({ unit: { type: 'string', default: 'kg' } }) },
      },
      {
        if: { properties: { ask: { const: true } }, required: ['ask'] },
        then: object({ why: { default: 'x', type: 'string' } }),
      },
    );
    const { opened, fields, sent } = form(schema);
    expect(opened()).toEqual({ n: 5 });
    const known = new Set(fields({ n: 5 }));
    expect(opened({ ask: true, rows: [{}] }, known)).toEqual({ ask: true, rows: [{ unit: 'kg' }], why: 'x' });
    expect(sent({ ask: false })).toEqual({ ask: false });
  });

  it('of what is read-only always stand there', () => {
    const { opened, fields } = form(object({ no: { type: 'string', readOnly: true, default: 'K-7' } }));
    expect(opened({ no: 'X' }, new Set(fields({})))).toEqual({ no: 'K-7' });
  });

  it('of an optional group that is not whole are not sent alone', () => {
    const at = object({ land: { type: 'string', default: 'DE' }, zip: text }, { required: ['zip'] });
    const { opened, sent } = form(object({ at }));
    expect(opened()).toEqual({ at: { land: 'DE' } });
    expect(sent({ at: { land: 'DE' } })).toEqual({});
    expect(sent({ at: { land: 'DE', zip: '1' } })).toEqual({ at: { land: 'DE', zip: '1' } });
    expect(sent({ at: { land: 'FR' } })).toEqual({ at: { land: 'FR' } });
  });

  it('make of a box that nobody ticked a no', () => {
    const layout = { ok: { 'ui:widget': 'checkbox' } };
    expect(
      form(object({ ok: { type: 'boolean' }, question: { type: 'boolean' } }), {}, layout).opened(),
    ).toEqual({
      ok: false,
    });
  });
});

describe('what nobody began', () => {
  it.each<[string, Schema, unknown, unknown]>([
    ['a list with a least length', { type: 'array', minItems: 1, items: text }, [], {}],
    ['a list without one', { type: 'array', items: text }, [], { it: [] }],
    ['a group', object({ street: text }, { required: ['street'] }), { street: undefined }, {}],
    ['alternatives', { oneOf: [card, bank] }, { kind: 'card', no: undefined }, {}],
    ['a fixed list', { type: 'array', prefixItems: [text, text] }, [undefined, undefined], {}],
  ])('of %s is left out', (_, field, data, sent) => {
    expect(form(object({ it: field })).opened()).toEqual({});
    expect(form(object({ it: field })).sent({ it: data })).toEqual(sent);
  });

  it('is asked for where it is required', () => {
    const group = object({ street: text }, { required: ['street'] });
    const list = { type: 'array', minItems: 1, items: text };
    const { problems } = form(
      object({ group, list, pay: { oneOf: [card, bank] } }, { required: ['group', 'list', 'pay'] }),
    );
    expect(problems({})).toEqual([
      '/list Add at least one.',
      '/group/street Please fill this in.',
      '/pay/no Please fill this in.',
    ]);
  });

  it('is null where that is the empty answer', () => {
    const both = { anyOf: [{ type: 'number' }, { type: 'null' }] };
    const schema = object({ a: { type: ['string', 'null'] }, b: both, c: both }, { required: ['a', 'b'] });
    expect(form(schema).sent({})).toEqual({ a: null, b: null });
    expect(form(schema).problems({})).toEqual([]);
  });

  it('says of an empty row that it is empty, and of a list what is wrong with it', () => {
    const { problems } = form(object({ tags: { type: 'array', uniqueItems: true, items: text } }));
    expect(problems({ tags: ['x', null] })).toEqual(['/tags/1 Please fill this in.']);
    expect(problems({ tags: ['x', 'x'] })).toEqual(['/tags Add each only once.']);
  });
});

describe('alternatives', () => {
  const schema = object({ pay: { oneOf: [card, bank] } }, { required: ['pay'] });

  it('ask for nothing that they fix, and send it', () => {
    expect(form(schema).fields({})).toEqual(['/pay', '/pay/no']);
    expect(form(schema).sent({ pay: { no: '4711' } })).toEqual({ pay: { kind: 'card', no: '4711' } });
    expect(form(schema, { '/pay': 1 }).fields({})).toEqual(['/pay', '/pay/iban']);
    expect(form(schema).sent({ pay: { iban: 'DE1' } })).toEqual({ pay: { kind: 'bank', iban: 'DE1' } });
    expect(form(schema).problems({ pay: { kind: 'bank' } })).toEqual(['/pay/iban Please fill this in.']);
  });

  it('of one value each are choices, also in lists, of objects, and with a type for each', () => {
    const fish = [
      { const: 't', title: 'Tuna' },
      { const: 's', title: 'Salmon' },
    ];
    const { drawn } = form(
      object({
        one: { oneOf: fish },
        several: { type: 'array', items: { anyOf: fish } },
        room: {
          enum: [
            { floor: 1, no: '101' },
            { floor: 2, no: '201' },
          ],
        },
        id: { type: ['string', 'integer'] },
        maybe: { enum: ['a', null] },
      }),
    );
    expect(drawn.properties).toMatchObject({
      one: { type: 'string', oneOf: fish },
      several: { uniqueItems: true, items: { type: 'string', oneOf: fish } },
      room: { oneOf: [{ title: 'Floor 1, No 101' }, { title: 'Floor 2, No 201' }] },
      id: {
        oneOf: [
          { type: 'string', title: 'Text' },
          { type: 'integer', title: 'Whole number' },
        ],
      },
      maybe: { oneOf: [{ const: 'a' }], 'x-nullable': true },
    });
  });

  it('that differ in rules alone are no choice', () => {
    const contact = object(
      { mail: text, phone: text },
      { anyOf: [{ required: ['mail'] }, { required: ['phone'] }] },
    );
    const either = { type: 'string', anyOf: [{ format: 'email' }, { pattern: '^\\d+$' }] };
    const { drawn, fields } = form(object({ contact, either }));
    expect(fields({})).toEqual(['/contact', '/contact/mail', '/contact/phone', '/either']);
    expect(drawn.properties).toMatchObject({ either: { type: 'string' } });
  });
});

describe('every place', () => {
  it('keeps the written order behind references', () => {
    const at = object({ zip: text, city: text, street: text }, { 'x-order': ['street', 'zip', 'city'] });
    const { fields } = form(object({ home: { $ref: '#/$defs/at' } }, { $defs: { at } }));
    expect(fields({})).toEqual(['/home', '/home/street', '/home/zip', '/home/city']);
  });

  it('is a field of any JSON where a schema says nothing that could be drawn, or leads back to itself', () => {
    const node = object({ name: text, next: { $ref: '#/$defs/node' } });
    const schema = object(
      { args: { type: 'object' }, first: { $ref: '#/$defs/node' } },
      { required: ['free'], $defs: { node } },
    );
    const { fields, sent } = form(schema);
    expect(fields({})).toEqual(['/args', '/first', '/first/name', '/first/next', '/free']);
    const data = { args: {}, first: { name: 'a', next: { name: 'b' } }, free: [1] };
    expect(sent(data)).toEqual(data);
  });

  it('of a fixed list is asked for', () => {
    const pos = { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2 };
    const { fields, sent } = form(object({ pos }, { required: ['pos'] }));
    expect(fields({})).toEqual(['/pos', '/pos/0', '/pos/1']);
    expect(sent({ pos: [1, undefined] })).toEqual({ pos: [1] });
  });

  it('that nothing fits is not drawn', () => {
    expect(form(object({ title: text, value: false })).fields({})).toEqual(['/title']);
  });
});
