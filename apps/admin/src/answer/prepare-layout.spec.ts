import { prepareLayout } from './prepare-layout';

describe('prepareLayout', () => {
  it('mentions the fields that an order leaves out, at every depth, and keeps what the server chose', () => {
    const lines = { items: { 'ui:order': ['b', '*'], b: { 'ui:order': ['c'] } } };
    expect(prepareLayout({ 'ui:order': ['read'], read: { 'ui:widget': 'checkbox' }, lines })).toEqual({
      'ui:order': ['read', '*'],
      'ui:submitButtonOptions': { norender: true },
      read: { 'ui:widget': 'checkbox' },
      lines: { items: { 'ui:order': ['b', '*'], b: { 'ui:order': ['c', '*'] } } },
    });
  });
});
