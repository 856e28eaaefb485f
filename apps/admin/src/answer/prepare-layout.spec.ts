import { initialAnswers, prepareLayout } from './prepare-layout';

const schema = {
  type: 'object',
  properties: {
    answer: { type: 'string', default: 'Hello' },
    data: { title: 'Anything' },
    told: { type: 'boolean' },
    read: { type: 'boolean' },
  },
};

describe('prepareLayout', () => {
  it('gives JSON fields and yes/no questions their controls and keeps what the server chose', () => {
    const layout = prepareLayout(schema, { 'ui:order': ['read'], read: { 'ui:widget': 'checkbox' } });
    expect(layout).toEqual({
      'ui:order': ['read', '*'],
      'ui:submitButtonOptions': { norender: true },
      answer: {},
      data: { 'ui:field': 'json' },
      told: { 'ui:widget': 'radio', 'ui:options': { inline: true } },
      read: { 'ui:widget': 'checkbox' },
    });
  });

  it('looks inside objects, lists and what they refer to', () => {
    const raw = {
      properties: {
        scan: { type: 'string', format: 'attachment-id' },
        photos: { type: 'array', items: { type: 'string', format: 'attachment-id' } },
        lines: { type: 'array', items: { $ref: '#/$defs/line' } },
      },
      $defs: { line: { type: 'object', properties: { ok: { type: 'boolean' }, note: {} } } },
    };
    expect(prepareLayout(raw, { lines: { items: { note: { 'ui:help': 'x' } } } })).toMatchObject({
      scan: { 'ui:field': 'attachment' },
      photos: { 'ui:field': 'attachment' },
      lines: {
        items: { ok: { 'ui:widget': 'radio' }, note: { 'ui:field': 'json', 'ui:help': 'x' } },
      },
    });
  });
});

describe('initialAnswers', () => {
  it('opens with defaults, an unticked box as false, and no guess for a question', () => {
    const layout = prepareLayout(schema, { read: { 'ui:widget': 'checkbox' } });
    expect(initialAnswers(schema, layout)).toEqual({ answer: 'Hello', read: false });
  });
});
