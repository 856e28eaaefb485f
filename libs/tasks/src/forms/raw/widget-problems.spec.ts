import { formProblems } from '../form-problems';

const schema = {
  type: 'object',
  properties: {
    odd: { type: 'string' },
    size: { type: ['integer', 'null'] },
    tags: { type: 'array', items: { $ref: '#/$defs/tag' } },
    items: { type: 'boolean' },
    any: {},
  },
  $defs: { tag: { type: 'object', properties: { ok: { type: 'boolean' } } } },
};

describe('widgetProblems', () => {
  it('refuses a widget that cannot draw its field, wherever that is, and says which can', () => {
    const uiSchema = {
      odd: { 'ui:widget': 'range' },
      size: { 'ui:options': { widget: 'textarea' } },
      tags: { items: { ok: { 'ui:widget': 'text' } } },
      items: { 'ui:widget': 'color' },
    };
    expect(formProblems({ schema, uiSchema }).map(({ path }) => path.join('.'))).toEqual([
      'uiSchema.odd.ui:widget',
      'uiSchema.size.ui:widget',
      'uiSchema.tags.items.ok.ui:widget',
      'uiSchema.items.ui:widget',
    ]);
    expect(formProblems({ schema, uiSchema })[0]?.message).toMatch(/type string; use color, date/);
  });

  it('takes those that can', () => {
    const uiSchema = {
      odd: { 'ui:widget': 'textarea' },
      size: { 'ui:widget': 'range' },
      tags: { items: { ok: { 'ui:widget': 'radio' } } },
      any: { 'ui:widget': 'text' },
    };
    expect(formProblems({ schema, uiSchema })).toEqual([]);
  });
});
