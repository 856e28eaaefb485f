// Ends what a test run started, however the run ended: it waits for its parent to go (its stdin closes)
// and then kills every process on the list that is still the one recorded there.
const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const folder = process.argv[2];

function isStillItself({ pid, identity }) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] !== 'Z' && identity.endsWith(`:${fields[19]}`);
  } catch {
    // Without /proc the pid alone must do.
    return !existsSync('/proc/self');
  }
}

function endAll() {
  const list = join(folder, 'processes');
  const lines = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  for (const record of lines.map((line) => JSON.parse(line)).filter(isStillItself)) {
    try {
      process.kill(record.pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
  if (existsSync(folder)) rmSync(join(folder, 'postgres'), { recursive: true, force: true, maxRetries: 5 });
}

process.stdin.resume();
process.stdin.on('end', endAll).on('error', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
