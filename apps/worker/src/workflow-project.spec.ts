import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProject, refuseSharedNames } from './workflow-project';

let folder: string;
const manifest = { name: '@acme/flows', version: '1.2.3', orkestra: { workflows: './workflows.js' } };

/** Below this folder, so that the project finds the SDK. */
beforeEach(() => {
  folder = mkdtempSync(join(__dirname, '.project-'));
  mkdirSync(folder, { recursive: true });
  write('package.json', JSON.stringify(manifest));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

const sdk = `const { workflow, workflows } = require('@orkestra/sdk');`;

it('reads what the catalogue shows, and the activities', () => {
  write(
    'workflows.js',
    `${sdk} exports.default = workflows(
       workflow('one', async () => 1),
       workflow('two', { version: '7', description: 'Second', input: { type: 'object' } }, async () => 2));`,
  );
  write('activities.js', `exports.send = async () => 'sent'; exports.LIMIT = 3;`);
  const orkestra = { ...manifest.orkestra, activities: './activities.js' };
  write('package.json', JSON.stringify({ ...manifest, orkestra }));
  expect(loadProject(folder, 'queue')).toMatchObject({
    name: '@acme/flows',
    taskQueue: 'queue:@acme/flows',
    definitions: [
      { name: 'one', version: '1.2.3' },
      { name: 'two', version: '7', description: 'Second', inputSchema: { type: 'object' } },
    ],
    activities: { send: expect.any(Function) },
  });
});

it.each([
  ['no default export', `${sdk} exports.one = workflow('one', async () => 1);`, 'export default workflows'],
  ['code that fails', `throw new Error('broken');`, 'broken'],
  [
    'a wrong schema',
    `${sdk} exports.default = workflows(workflow('one', { input: { type: 'strnig' } }, async () => 1));`,
    'schema of "one"',
  ],
  [
    'a pattern that could take for ever',
    `${sdk} const input = { properties: { a: { pattern: '^(?=a)' } } };
     exports.default = workflows(workflow('two', { input }, async () => 1));`,
    '"two" cannot be published: /properties/a/pattern cannot be matched in linear time',
  ],
  [
    'a schema that lies elsewhere',
    `${sdk} const input = { $ref: 'https://schemas.test/a.json' };
     exports.default = workflows(workflow('three', { input }, async () => 1));`,
    '"three" cannot be published: /$ref must stay in the schema',
  ],
])('says what is wrong with %s', (_, code, problem) => {
  write('workflows.js', code);
  expect(() => loadProject(folder, 'queue')).toThrow(problem);
});

it('says what package.json needs', () => {
  write('package.json', '{ "name": "x" }');
  expect(() => loadProject(folder, 'queue')).toThrow('"orkestra": { "workflows"');
  rmSync(join(folder, 'package.json'));
  expect(() => loadProject(folder, 'queue')).toThrow('package.json cannot be read');
});

it('refuses two projects with one workflow name, and names both', () => {
  write('workflows.js', `${sdk} exports.default = workflows(workflow('one', async () => 1));`);
  const [first, second] = ['a', 'b'].map((name) => ({
    ...loadProject(folder, 'queue'),
    folder: `/projects/${name}`,
  }));
  expect(() => refuseSharedNames([first!])).not.toThrow();
  const refused = () => refuseSharedNames([first!, second!]);
  expect(refused).toThrow('/projects/b');
  expect(refused).toThrow('its workflow "one" has the name of one of /projects/a');
});
