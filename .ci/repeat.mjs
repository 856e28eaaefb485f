// Runs the test files that failed once more, one after the other, and reports into `second.json`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const first = join(folder, 'first.json');
if (!existsSync(first)) process.exit(0);
const { testResults } = JSON.parse(readFileSync(first, 'utf8'));
const files = testResults.filter((file) => file.status === 'failed').map((file) => file.name);
console.log(`=== once more: ${files.length} files that failed`);
const options = ['--runInBand', '--json', `--outputFile=${join(folder, 'second.json')}`];
if (files.length > 0) {
  spawnSync('npx', ['jest', ...options, '--runTestsByPath', ...files], { stdio: 'inherit' });
}
