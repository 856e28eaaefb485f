import fc from 'fast-check';
import type { Resource } from './resource';
import { findResource, LONGEST_URI, resourceUri } from './resource-uri';

const named = (uri: string) => ({ uri }) as Resource;
const TASK = named('orkestra://tasks/{task_id}');
const PENDING = named('orkestra://tasks/pending');
const WORKFLOWS = named('orkestra://workflows');
const WORKFLOW = named('orkestra://workflows/{workflow_id}');
const ALL = [TASK, PENDING, WORKFLOWS, WORKFLOW];

describe('findResource', () => {
  test.each([
    ['orkestra://tasks/pending', PENDING, ''],
    ['orkestra://tasks/0198', TASK, '0198'],
    ['orkestra://workflows', WORKFLOWS, ''],
    ['orkestra://workflows/order%2F17', WORKFLOW, 'order/17'],
    ['orkestra://workflows/order/17', WORKFLOW, 'order/17'],
  ])('%s', (uri, resource, id) => {
    expect(findResource(ALL, uri)).toEqual({ resource, id });
  });

  test.each([
    'orkestra://tasks',
    'orkestra://tasks/',
    'orkestra://tasks/{task_id}',
    'orkestra://tasks/%E0%A4%A',
    'orkestra://workflowsx',
    'ORKESTRA://tasks/pending',
    'file:///etc/passwd',
    '',
    `orkestra://tasks/${'x'.repeat(LONGEST_URI)}`,
  ])('%s means nothing', (uri) => {
    expect(findResource(ALL, uri)).toBeUndefined();
  });

  test('finds every id that a URI was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (id) => {
        expect(findResource(ALL, resourceUri(WORKFLOW, id))).toEqual({ resource: WORKFLOW, id });
      }),
    );
  });
});
