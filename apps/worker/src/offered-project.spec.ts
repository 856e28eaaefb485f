import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHosted, offeredBy } from './offered-project';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'offered-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function offered(manifest: object): ReturnType<typeof offeredBy> {
  writeFileSync(join(folder, 'orkestra.json'), JSON.stringify(manifest));
  return offeredBy(folder, 'queue');
}

it('reads what a worker in another language hosts', () => {
  const inputSchema = { type: 'object', required: ['goal'] };
  const workflows = [
    { name: 'agent', description: 'Asks', inputSchema },
    { name: 'b', version: '7' },
  ];
  const project = offered({ name: 'python-agent', version: '1.2.0', workflows });
  expect(project).toMatchObject({
    taskQueue: 'queue:python-agent',
    definitions: [
      { name: 'agent', version: '1.2.0', inputSchema },
      { name: 'b', version: '7' },
    ],
  });
  expect(isHosted(project)).toBe(false);
});

it.each([
  ['nothing to offer', { name: 'x', workflows: [] }, '1 item'],
  ['a name that is reserved', { name: 'x', workflows: [{ name: 'orkestra.x' }] }, 'is reserved'],
  ['a member that nobody knows', { name: 'x', workflows: [{ name: 'a', queue: 'q' }] }, '"queue"'],
  [
    'a schema that the server could not check by',
    { name: 'x', workflows: [{ name: 'a', inputSchema: { $ref: 'https://elsewhere.test' } }] },
    '"a" cannot be published: /$ref',
  ],
])('refuses %s, and says so', (_, manifest, problem) => {
  expect(() => offered(manifest)).toThrow(problem);
  expect(() => offered(manifest)).toThrow(folder);
});
