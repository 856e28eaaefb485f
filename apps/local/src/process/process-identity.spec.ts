import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { identityOf, isSameProcess, startTimeOf } from './process-identity';

describe('process identity', () => {
  it('reads the start time behind a name with spaces and brackets', () => {
    const fields = ['S', ...Array.from({ length: 18 }, () => '0'), '4711', '0'];
    expect(startTimeOf(`42 (a ) odd) name) ${fields.join(' ')}`)).toBe('4711');
  });

  it('knows a process while it runs, and no longer', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const record = { pid: child.pid ?? 0, identity: identityOf(child.pid ?? 0) ?? '' };
    expect(isSameProcess(record)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isSameProcess(record)).toBe(false);
  });

  it('does not take another process with the same pid for it', () => {
    expect(isSameProcess({ pid: process.pid, identity: 'another boot:1' })).toBe(false);
  });
});
