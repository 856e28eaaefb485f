import * as fc from 'fast-check';
import { compileForm } from './compile-form';
import { checkFormData } from './answer/form-data';
import type { FormFields, ShowWhen } from './field/form-field';

const check = (form: FormFields, data: unknown) =>
  checkFormData(compileForm(form).schema, JSON.stringify(form), data);
const kept = (form: FormFields, data: unknown): string[] => Object.keys(check(form, data).data).sort();

describe('showWhen', () => {
  const refund: FormFields = {
    refund: { type: 'boolean' },
    iban: { type: 'text', required: true, showWhen: { field: 'refund', equals: true } },
    bank: { type: 'text', default: 'Any', showWhen: { field: 'iban', filled: true } },
  };

  it('requires and keeps a field only while it is shown', () => {
    expect(check(refund, { refund: true }).errors).toEqual([
      { pointer: '/iban', message: 'Please fill this in.' },
    ]);
    expect(check(refund, { refund: false, iban: 'DE1' })).toEqual({ data: { refund: false }, errors: [] });
    expect(check(refund, { refund: true, iban: 'DE1' }).data).toEqual({
      refund: true,
      iban: 'DE1',
      bank: 'Any',
    });
  });

  it('hides what hangs on a hidden field, whatever it holds', () => {
    expect(kept(refund, { refund: false, iban: 'DE1', bank: 'Mine' })).toEqual(['refund']);
    const unlessBad: FormFields = {
      asked: { type: 'boolean' },
      mood: {
        type: 'select',
        options: [{ value: 'good' }, { value: 'bad' }],
        showWhen: { field: 'asked', equals: true },
      },
      why: { type: 'text', showWhen: { field: 'mood', notEquals: 'good' } },
      why2: { type: 'text', showWhen: { field: 'mood', filled: false } },
    };
    expect(kept(unlessBad, { asked: true, why: 'a', why2: 'b' })).toEqual(['asked', 'why', 'why2']);
    expect(kept(unlessBad, { asked: false, why: 'a', why2: 'b' })).toEqual(['asked']);
  });

  it('does not check what it hides', () => {
    expect(check(refund, { refund: false, iban: 42 }).errors).toEqual([]);
  });

  it('goes by the default of a field that the answer leaves out', () => {
    const form: FormFields = {
      kind: { type: 'select', default: 'a', options: [{ value: 'a' }, { value: 'b' }] },
      more: { type: 'text', required: true, showWhen: { field: 'kind', equals: 'a' } },
    };
    expect(check(form, {}).errors).toHaveLength(1);
    expect(check(form, { kind: 'b' }).errors).toEqual([]);
  });

  it.each<[FormFields[string], FormFields[string]['showWhen'], unknown, boolean]>([
    [{ type: 'text' }, { field: 'a', equals: 'x' }, 'x', true],
    [{ type: 'text' }, { field: 'a', equals: 'x' }, undefined, false],
    [{ type: 'text' }, { field: 'a', notEquals: 'x' }, undefined, true],
    [{ type: 'number' }, { field: 'a', in: [1, 2] }, 2, true],
    [{ type: 'number' }, { field: 'a', in: [1, 2] }, 3, false],
    [{ type: 'number' }, { field: 'a', filled: true }, 0, true],
    [{ type: 'checkbox' }, { field: 'a', filled: true }, false, true],
    [{ type: 'text' }, { field: 'a', filled: true }, '', false],
    [{ type: 'json' }, { field: 'a', filled: true }, null, false],
    [{ type: 'json' }, { field: 'a', filled: false }, [], true],
    [
      { type: 'multiselect', options: [{ value: 'x' }, { value: 'y' }] },
      { field: 'a', equals: 'x' },
      ['y', 'x'],
      true,
    ],
    [
      { type: 'multiselect', options: [{ value: 'x' }, { value: 'y' }] },
      { field: 'a', notEquals: 'x' },
      ['y'],
      true,
    ],
    [
      { type: 'multiselect', options: [{ value: 'x' }, { value: 'y' }] },
      { field: 'a', in: ['x'] },
      [],
      false,
    ],
  ])('%j with %j shows for %j: %s', (controller, showWhen, value, shown) => {
    const form: FormFields = { a: controller, b: { type: 'text', showWhen } };
    const data = value === undefined ? { b: 'kept' } : { a: value, b: 'kept' };
    expect('b' in check(form, data).data).toBe(shown);
  });

  it('leaves nothing more to hide: a second check of what was kept changes nothing', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const value = fc.constantFrom('x', 'y', '');
    const condition = (index: number) =>
      fc
        .tuple(fc.nat(index - 1), fc.constantFrom('equals', 'notEquals', 'filled', 'in'), value)
        .map(([controller, test, operand]) => ({
          field: names[controller] as string,
          [test]: test === 'filled' ? operand === 'x' : test === 'in' ? [operand] : operand,
        }));
    const form = fc.tuple(
      ...names.map((_, index) =>
        fc.record({
          required: fc.boolean(),
          default: fc.option(value, { nil: undefined }),
          showWhen: index === 0 ? fc.constant(undefined) : fc.option(condition(index), { nil: undefined }),
        }),
      ),
    );
    const answer = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(form, answer, (fields, data) => {
        const spec: FormFields = Object.fromEntries(
          fields.map((field, index) => [names[index] as string, { type: 'text' as const, ...field }]),
        );
        const once = check(spec, data);
        expect(once.data).toEqual(shownByHand(spec, data));
        expect(check(spec, once.data)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });
});

/** The rule in its plainest form, to hold the compiled conditions against. */
function shownByHand(form: FormFields, data: Record<string, unknown>): Record<string, unknown> {
  const hidden = new Set<string>();
  const shown: Record<string, unknown> = {};
  for (const [name, { showWhen, default: preset }] of Object.entries(form)) {
    if (showWhen !== undefined && (hidden.has(showWhen.field) || !holds(showWhen, shown[showWhen.field]))) {
      hidden.add(name);
    } else if (data[name] !== undefined || preset !== undefined) {
      shown[name] = data[name] ?? preset;
    }
  }
  return shown;
}

function holds({ equals, notEquals, in: among, filled }: ShowWhen, value: unknown): boolean {
  if (equals !== undefined) return value === equals;
  if (notEquals !== undefined) return value !== notEquals;
  if (among !== undefined) return among.includes(value as string);
  return (value !== undefined && value !== '') === filled;
}
