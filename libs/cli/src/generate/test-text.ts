import type { KnownWorkflow } from './read-workflow';

interface TestFile {
  readonly name: string;
  readonly workflow: KnownWorkflow & { identifier: string };
  readonly esm: boolean;
  /** How the test imports each file. */
  readonly from: {
    readonly workflow: string;
    readonly workflows: string;
    readonly activities: string | undefined;
  };
}

/** A test that tells the story of a workflow with scripted people. */
export function testText({ name, workflow, esm, from }: TestFile): string {
  const { identifier, steps, input } = workflow;
  const imports = [
    "import assert from 'node:assert/strict';",
    "import { after, before, test } from 'node:test';",
    ...(esm ? ["import { fileURLToPath } from 'node:url';"] : []),
    "import { startTestEnvironment, type TestEnvironment } from '@orkestra/sdk/testing';",
    ...(from.activities === undefined ? [] : [`import * as activities from '${from.activities}';`]),
    `import { ${identifier} } from '${from.workflow}';`,
  ];
  const workflowsPath = esm
    ? `fileURLToPath(import.meta.resolve('${from.workflows}'))`
    : `require.resolve('${from.workflows}')`;
  const options = [
    `workflowsPath: ${workflowsPath}`,
    ...(from.activities === undefined ? [] : ['activities']),
  ];
  const script = steps.map(({ match, answers }) =>
    answers === undefined
      ? `  env.humans.approve(${match}, { after: '1h' });`
      : `  env.humans.answer(${match}, ${answers}, { after: '1h' });`,
  );
  return `${imports.join('\n')}

let env: TestEnvironment;

before(async () => {
  env = await startTestEnvironment({ ${options.join(', ')} });
});
after(() => env?.close());

test('${name} goes on when people have answered', async () => {
${[...script, ...inputLine(input)].join('\n')}
  await env.run(${identifier}, ${input ?? 'input'});
  assert.deepEqual(env.humans.unused, []);
});
`;
}

function inputLine(input: string | undefined): string[] {
  return input === undefined ? ['  const input = {} as never; // Put in what the workflow takes.'] : [];
}
