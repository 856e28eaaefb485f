// Shows the logs of a test file's processes when one of its tests failed, and keeps them on disk only then.
const { existsSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { basename, join } = require('node:path');

const LINES = 40;
const WIDTH = 500;

class FailureLogReporter {
  onTestFileResult(test, result) {
    if (result.numFailingTests === 0 && result.testExecError == null) return;
    const folder = join(process.env.TEST_RUN_FOLDER ?? '', 'logs', basename(test.path));
    if (!existsSync(folder)) return;
    for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.log'))) {
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').slice(-LINES);
      const tail = lines.map((line) => line.slice(0, WIDTH)).join('\n');
      process.stderr.write(`\n--- the last lines of ${file} (${basename(test.path)})\n${tail}\n`);
    }
  }

  onRunComplete(_contexts, results) {
    const folder = process.env.TEST_RUN_FOLDER;
    if (folder === undefined) return;
    if (results.numFailedTests + results.numRuntimeErrorTestSuites === 0)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    else process.stderr.write(`\nThe logs of all processes are in ${folder}/logs\n`);
  }
}

module.exports = FailureLogReporter;
