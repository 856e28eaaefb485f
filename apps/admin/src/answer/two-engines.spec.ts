import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LEFT_OUT, nameOf } from '../../../../test/harness/json-schema/left-out';
import { publicSuite, type SuiteGroup } from '../../../../test/harness/json-schema/public-suite';
import { formErrors } from './validation/form-validator';

// `@rjsf/core` loads it for tests of its own; the app is built without it too.
jest.mock('@rjsf/validator-ajv8', () => ({}), { virtual: true });

type Schema = Record<string, unknown>;
interface Problem {
  path: (string | number)[];
  message: string;
}

// What the server runs; it is a project of its own, so the compiler does not follow it from here.
const forms = '../../../../libs/tasks/src/forms';
const { convertedSchema } = jest.requireActual<{
  convertedSchema: (schema: Schema, deepest: number) => Schema;
}>(`${forms}/dialects/convert-schema`);
const { schemaProblems } = jest.requireActual<{
  schemaProblems: (schema: Schema, rules: object) => Problem[];
}>(`${forms}/raw/schema-problems`);
const { compileSchema } = jest.requireActual<{
  compileSchema: (schema: Schema) => (data: unknown) => boolean;
}>(`${forms}/engine/form-engine`);
const { FORMAT_NAMES } = jest.requireActual<{ FORMAT_NAMES: string[] }>(`${forms}/engine/form-formats`);
const { FORM_LIMITS } = jest.requireActual<{ FORM_LIMITS: { depth: number } }>(`${forms}/field/form-limits`);

const RULES = { limits: FORM_LIMITS, formats: FORMAT_NAMES, foreignKeywords: 'notes' };

/** What of a group comes out otherwise than the suite says: by the name of the group, or of each test. */
function differencesOf({
  file,
  description,
  schema: given,
  tests,
}: SuiteGroup): [name: string, how: string][] {
  const schema = convertedSchema(typeof given === 'boolean' ? { allOf: [given] } : given, FORM_LIMITS.depth);
  const [problem] = schemaProblems(schema, RULES);
  if (problem !== undefined) {
    return [[nameOf(file, description), `is refused: /${problem.path.join('/')} ${problem.message}`]];
  }
  const fitsOnServer = compileSchema(schema);
  return tests.flatMap(({ description: test, data, valid }) => {
    const server = fitsOnServer(JSON.parse(JSON.stringify(data)));
    const browser = formErrors(schema, data).length === 0;
    if (server === valid && browser === valid) return [];
    return [[nameOf(file, description, test), `is ${valid}; server ${server}, browser ${browser}`]];
  });
}

const namesOf = ({ file, description, tests }: SuiteGroup) => [
  nameOf(file, description),
  ...tests.map((test) => nameOf(file, description, test.description)),
];

describe('the public test suite of JSON Schema', () => {
  const suite = publicSuite();
  const differences = new Map(suite.flatMap(differencesOf));
  const listed = LEFT_OUT.flatMap(({ cases }) => cases);
  const isListed = (name: string) => listed.some((entry) => name === entry || name.startsWith(`${entry} | `));

  it('is the whole one', () => {
    expect(suite.length).toBeGreaterThan(400);
    expect(suite.flatMap(({ tests }) => tests).length).toBeGreaterThan(1_800);
  });

  it('comes out the same on the server and in the browser, but for what is left out on purpose', () => {
    const unexpected = [...differences].filter(([name]) => !isListed(name));
    expect(unexpected.map((difference) => difference.join(' '))).toEqual([]);
  });

  it('is left out only where it still comes out otherwise', () => {
    const names = suite.flatMap(namesOf);
    const isDifferent = (name: string) =>
      differences.has(name) || [...differences.keys()].some((other) => other.startsWith(`${name} | `));
    const stale = listed.filter((entry) => {
      const groups = suite
        .filter(({ file }) => file === entry)
        .map((group) => nameOf(group.file, group.description));
      return groups.length === 0 ? !names.includes(entry) || !isDifferent(entry) : !groups.every(isDifferent);
    });
    expect(stale).toEqual([]);
  });

  it('is left out for reasons that the reference tells', () => {
    const reference = readFileSync(resolve(__dirname, '../../../../docs/reference/json-schema.md'), 'utf8');
    const text = reference.replace(/\s+/g, ' ');
    expect(LEFT_OUT.map(({ reason }) => reason).filter((reason) => !text.includes(reason))).toEqual([]);
    expect(FORMAT_NAMES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
