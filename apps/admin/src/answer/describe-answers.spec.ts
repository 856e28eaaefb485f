import { type Answer, describeAnswers, type Described } from './describe-answers';

const schema = {
  properties: {
    mood: { title: 'Mood', oneOf: [{ const: 'ok', title: 'Content' }] },
    tags: { title: 'Tags', items: { oneOf: [{ const: 'b', title: 'Billing' }] } },
    unanswered: { title: 'Unanswered' },
    scans: { title: 'Scans', items: { format: 'attachment-id' } },
  },
};

/** The answers as lines of text, those inside indented by what they lie in. */
function lines(answers: Answer[]): unknown {
  return answers.map(({ label, value }) => [label, text(value)]);
}

function text(value: Described): unknown {
  switch (value.kind) {
    case 'fields':
      return lines(value.fields);
    case 'items':
      return { list: value.items.map(text) };
    case 'moment':
      return { at: value.at };
    case 'plain':
      return value.value;
  }
}

describe('describeAnswers', () => {
  it('uses the labels of the form and of its options, in its order', () => {
    expect(lines(describeAnswers({ extraNote: 1, tags: ['b', 'x'], mood: 'ok' }, schema))).toEqual([
      ['Mood', 'Content'],
      ['Tags', { list: ['Billing', 'x'] }],
      ['Extra note', 1],
    ]);
  });

  it('shows no ids of files', () => {
    const scans = ['0190a0de-0000-7000-8000-000000000001'];
    expect(lines(describeAnswers({ scans }, schema))).toEqual([['Scans', { list: ['Attached file'] }]]);
  });

  it('copes without a form and without data', () => {
    expect(lines(describeAnswers({ answer: 'Yes' }, null))).toEqual([['Answer', 'Yes']]);
    expect(describeAnswers(null, schema)).toEqual([]);
    expect(lines(describeAnswers(7, null))).toEqual([['Value', 7]]);
  });
});

describe('what lies inside', () => {
  const urgency = {
    title: 'Urgency',
    type: 'string',
    oneOf: [{ const: 'h', title: 'High' }, { const: 'l' }],
  };

  it('reads as in the form: in objects, in lists of objects, behind references', () => {
    const nested = {
      properties: {
        x: { type: 'object', properties: { prio: urgency } },
        lines: { title: 'Lines', type: 'array', items: { $ref: '#/$defs/line' } },
      },
      $defs: { line: { type: 'object', properties: { prio: { $ref: '#/$defs/urgency' } } }, urgency },
    };
    const data = { lines: [{ prio: 'l' }, { prio: 'h' }], x: { prio: 'h' } };
    expect(lines(describeAnswers(data, nested))).toEqual([
      ['X', [['Urgency', 'High']]],
      ['Lines', { list: [[['Urgency', 'l']], [['Urgency', 'High']]] }],
    ]);
  });

  it('reads as the branch of it says that was chosen', () => {
    const branch = (kind: string, title: string) => ({
      properties: { kind: { const: kind, title: 'Kind' }, no: { title } },
    });
    const paid = { properties: { pay: { oneOf: [branch('card', 'Card number'), branch('bank', 'IBAN')] } } };
    expect(lines(describeAnswers({ pay: { kind: 'bank', no: 'DE02' } }, paid))).toEqual([
      [
        'Pay',
        [
          ['Kind', 'bank'],
          ['IBAN', 'DE02'],
        ],
      ],
    ]);
  });

  it('keeps moments apart, so that they are shown by the clock of the reader', () => {
    const dated = { properties: { at: { title: 'When', type: 'string', format: 'date-time' } } };
    expect(lines(describeAnswers({ at: '2027-03-03T09:30:00Z' }, dated))).toEqual([
      ['When', { at: '2027-03-03T09:30:00Z' }],
    ]);
  });

  it('follows the layout where that names and orders', () => {
    const plain = { properties: { a: { enum: [1, 2] }, b: { type: 'string' } } };
    const layout = {
      'ui:order': ['b', '*'],
      a: { 'ui:enumNames': ['One', 'Two'] },
      b: { 'ui:title': 'Second' },
    };
    expect(lines(describeAnswers({ a: 2, b: 'x' }, plain, layout))).toEqual([
      ['Second', 'x'],
      ['A', 'Two'],
    ]);
  });

  it('ends at a form that refers to itself', () => {
    const tree = { $ref: '#/$defs/node', $defs: { node: { allOf: [{ $ref: '#/$defs/node' }] } } };
    expect(lines(describeAnswers({ a: { b: 1 } }, tree))).toEqual([['A', [['B', 1]]]]);
  });
});
