import { compileForm } from './compile-form';
import { checkFormData, compileSchema } from './form-data';
import type { FormFields } from './form-field';

const fields: FormFields = {
  answer: { type: 'textarea', required: true },
  sentiment: { type: 'select', options: [{ value: 'positive', label: 'Positive' }, { value: 'frustrated' }] },
  tags: { type: 'multiselect', options: [{ value: 'a' }, { value: 'b' }] },
  refund: { type: 'number', validation: { min: 0, max: 100 } },
  contact: { type: 'email' },
  code: { type: 'text', validation: { pattern: '[A-Z]{3}' } },
  notify: { type: 'boolean', default: true },
};
const { schema, uiSchema } = compileForm(fields);
let forms = 0;

function check(data: unknown, form: FormFields = fields) {
  return checkFormData(compileForm(form).schema, `form-${(forms += 1)}`, data);
}

describe('compileForm', () => {
  it('keeps the order of the fields and labels them from their names', () => {
    expect(uiSchema['ui:order']).toEqual(Object.keys(fields));
    const compiled = compileForm({
      customerName: { type: 'text' },
      order_id: { type: 'text', label: 'Order' },
    });
    expect(compiled.schema.properties).toMatchObject({
      customerName: { title: 'Customer name' },
      order_id: { title: 'Order' },
    });
  });

  it('makes a schema that compiles for every field type', () => {
    expect(() => compileSchema(schema)).not.toThrow();
  });
});

describe('checkFormData', () => {
  it('accepts what fits and applies defaults to a copy', () => {
    const given = { answer: 'Yes', sentiment: 'positive', tags: ['a'], refund: 5 };
    const { data, errors } = check(given);
    expect(errors).toEqual([]);
    expect(data).toEqual({ ...given, notify: true });
    expect(given).not.toHaveProperty('notify');
  });

  it.each([
    [{}, '/answer', 'Please fill this in.'],
    [{ answer: '' }, '/answer', 'Please fill this in.'],
    [{ answer: 'x', sentiment: 'angry' }, '/sentiment', 'Choose one of the options.'],
    [{ answer: 'x', tags: ['c'] }, '/tags/0', 'Choose one of the options.'],
    [{ answer: 'x', refund: 101 }, '/refund', 'Must be 100 or less.'],
    [{ answer: 'x', refund: '5' }, '/refund', 'Must be a value of type number.'],
    [{ answer: 'x', contact: 'nobody' }, '/contact', 'Write an e-mail address such as name@example.com.'],
    [{ answer: 'x', code: 'ABCD' }, '/code', 'Does not have the expected form.'],
    [{ answer: 'x', extra: 1 }, '/extra', 'The form has no such field.'],
  ])('says what is wrong with %j', (data, pointer, message) => {
    expect(check(data).errors).toEqual([{ pointer, message }]);
  });

  it.each([['text'], [null], [[1]]])('refuses %j in place of an object', (data) => {
    expect(check(data).errors).toEqual([{ pointer: '', message: 'Must be a value of type object.' }]);
  });

  it('refuses what Postgres cannot store', () => {
    expect(check({ answer: 'a\0b' }).errors).toEqual([expect.objectContaining({ pointer: '' })]);
  });

  it('names a field with a slash in its pointer as RFC 6901 asks', () => {
    expect(check({ 'a/b': 1 }, {}).errors[0]?.pointer).toBe('/a~1b');
  });
});
