import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** Holds some 50 MB and makes garbage that outlives the young generation; prints the most that its heap held. */
const CHURN = `
const held = Array.from({ length: 400_000 }, (_, n) => ({ n, own: [n] }));
const queue = [];
let peak = 0;
let made = 0;
function step() {
  for (let n = 0; n < 20_000; n += 1) queue[made++ % 200_000] = { made, own: [made, held.length] };
  peak = Math.max(peak, process.memoryUsage().heapUsed);
  if (made < 6_000_000) setImmediate(step);
  else process.stdout.write(String(peak));
}
setTimeout(step, 50);
`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lean-heap-'));
  const { code } = transformFileSync(join(__dirname, 'lean-heap.ts'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    swcrc: false,
  });
  writeFileSync(join(folder, 'lean-heap.js'), code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function peakOf(before: string): number {
  return Number(execFileSync(process.execPath, ['-e', before + CHURN], { cwd: folder, encoding: 'utf8' }));
}

it('garbage does not gather to several times what is in use', () => {
  const lean = peakOf(`require('./lean-heap').keepHeapLean(0);`);
  expect(lean).toBeLessThan(0.7 * peakOf(''));
}, 120_000);
