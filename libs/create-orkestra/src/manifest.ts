import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DEPENDENCIES = [
  '@orkestra/sdk',
  '@temporalio/activity',
  '@temporalio/client',
  '@temporalio/common',
  '@temporalio/proto',
  '@temporalio/worker',
  '@temporalio/workflow',
  '@orkestra/cli',
  'zod',
];
const FOR_DEVELOPMENT = ['@orkestra/dev', '@temporalio/testing', '@types/node', 'typescript'];

/** The package.json of a new project. */
export function manifestOf(name: string): string {
  const manifest = {
    name,
    version: '0.1.0',
    private: true,
    type: 'commonjs',
    engines: { node: '>=20.19' },
    scripts: {
      dev: 'orkestra dev',
      build: 'orkestra build',
      test: 'tsc && node --test dist/*.test.js',
      start: 'orkestra worker',
    },
    orkestra: { workflows: './dist/workflows.js', activities: './dist/activities.js' },
    dependencies: withVersions(DEPENDENCIES),
    devDependencies: withVersions(FOR_DEVELOPMENT),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function withVersions(names: readonly string[]): Record<string, string> {
  const versions = JSON.parse(readFileSync(join(__dirname, 'versions.json'), 'utf8')) as Record<
    string,
    string
  >;
  return Object.fromEntries([...names].sort().map((name) => [name, versions[name] ?? '*']));
}
