// `node scripts/side-by-side.mjs a -- b c`: runs npm's scripts in lanes, `a` beside first `b` and then `c`. Each script's
// output comes in one piece when it has ended. The first that fails ends its lane, and the whole run fails.
import { spawn } from 'node:child_process';

const lanes = [[]];
for (const word of process.argv.slice(2)) {
  if (word === '--') lanes.push([]);
  else lanes.at(-1).push(word);
}

const outcomes = await Promise.all(lanes.map(runInTurn));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

async function runInTurn(scripts) {
  for (const script of scripts) if (!(await run(script))) return false;
  return true;
}

function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part));
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      if (code !== 0) process.stdout.write(`\n"npm run ${script}" failed.\n`);
      resolve(code === 0);
    });
  });
}
