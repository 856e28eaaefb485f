// Prints what passed and what failed, over both rounds, and ends with 1 unless everything passed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...brokenSteps] = process.argv.slice(2);

function read(name) {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).testResults : [];
}

/** A file that could not be run at all counts as one test that failed. */
function count(file) {
  const passed = file.assertionResults.filter((test) => test.status === 'passed').length;
  const failed = file.assertionResults.filter((test) => test.status === 'failed').length;
  return { passed, failed: file.status === 'failed' ? Math.max(1, failed) : 0 };
}

const first = read('first.json');
if (first.length === 0) brokenSteps.push('npm test');
const second = new Map(read('second.json').map((file) => [file.name, file]));
const total = { passed: 0, failed: brokenSteps.length };
for (const file of first) {
  const last = second.get(file.name) ?? file;
  if (last !== file)
    console.log(`${last.status === 'failed' ? 'Failed twice' : 'Passed when repeated'}: ${file.name}`);
  const { passed, failed } = count(last);
  total.passed += passed;
  total.failed += failed;
}
for (const step of brokenSteps) console.log(`This step failed: ${step}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
