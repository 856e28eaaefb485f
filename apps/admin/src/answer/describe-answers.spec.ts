import { describeAnswers } from './describe-answers';

const schema = {
  properties: {
    mood: { title: 'Mood', oneOf: [{ const: 'ok', title: 'Content' }] },
    tags: { title: 'Tags', items: { oneOf: [{ const: 'b', title: 'Billing' }] } },
    unanswered: { title: 'Unanswered' },
    scans: { title: 'Scans', items: { format: 'attachment-id' } },
  },
};

describe('describeAnswers', () => {
  it('uses the labels of the form and of its options, in its order', () => {
    expect(describeAnswers({ extraNote: 1, tags: ['b', 'x'], mood: 'ok' }, schema)).toEqual([
      { key: 'mood', label: 'Mood', value: 'Content' },
      { key: 'tags', label: 'Tags', value: ['Billing', 'x'] },
      { key: 'extraNote', label: 'Extra note', value: 1 },
    ]);
  });

  it('shows no ids of files', () => {
    expect(describeAnswers({ scans: ['0190a0de-0000-7000-8000-000000000001'] }, schema)).toEqual([
      { key: 'scans', label: 'Scans', value: ['Attached file'] },
    ]);
  });

  it('copes without a form and without data', () => {
    expect(describeAnswers({ answer: 'Yes' }, null)).toEqual([
      { key: 'answer', label: 'Answer', value: 'Yes' },
    ]);
    expect(describeAnswers(null, schema)).toEqual([]);
  });
});
