import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers } from './leftovers';
import { AlreadyRunningError } from '../terminal/local.errors';
import { Lock } from './lock';
import { identityOf } from './process-identity';

describe('Lock', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'orkestra-lock-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('refuses a second owner, and says who the first is and where', () => {
    Lock.acquire(home).setUrl('http://127.0.0.1:4000');
    const second = () => Lock.acquire(home);
    expect(second).toThrow(AlreadyRunningError);
    expect(second).toThrow(new RegExp(`process ${process.pid}[^]*http://127.0.0.1:4000`));
  });

  it('can be had again after its release', () => {
    Lock.acquire(home).release();
    expect(Lock.acquire(home).leftovers).toEqual([]);
  });

  it('is taken over from an owner that died, with what it left running', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const left = { name: 'worker', pid: child.pid ?? 0, identity: identityOf(child.pid ?? 0) };
    const gone = { name: 'temporal', pid: child.pid, identity: 'another boot:1' };
    const dead = { pid: process.pid, identity: 'another boot:1', children: [left, gone] };
    writeFileSync(join(home, 'lock.json'), JSON.stringify(dead));

    const { leftovers } = Lock.acquire(home);
    expect(leftovers).toEqual([left]);
    const ended = once(child, 'exit');
    await endLeftovers(leftovers);
    await expect(ended).resolves.toEqual([null, 'SIGTERM']);
  });

  it('is readable by its owner only, and knows the children', () => {
    const lock = Lock.acquire(home);
    lock.addChild({ name: 'postgres', pid: 1, identity: 'x' });
    const file = join(home, 'lock.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: process.pid,
      children: [{ name: 'postgres' }],
    });
  });
});
