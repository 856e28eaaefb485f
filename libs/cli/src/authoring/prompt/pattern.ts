/** A way in which people take part in a process, as the model is shown it. */
export interface Pattern {
  readonly name: string;
  /** When to take it. */
  readonly use: string;
  /** A whole workflows file. */
  readonly workflows: string;
  /** A whole test file beside it. */
  readonly test: string;
}

/** What every test file needs; `activities` replaces those of the project, as tests reach nothing outside. */
export function testFile(imports: string, options: string, body: string): string {
  return `import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startTestEnvironment, type TestEnvironment } from '@orkestra/sdk/testing';
import { ${imports} } from './workflows';

let env: TestEnvironment;

before(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    ${options}
  });
});
after(() => env.close());
afterEach(() => env.reset());

${body.trim()}
`;
}
