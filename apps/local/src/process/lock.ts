import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../files/json-file';
import { AlreadyRunningError, LocalStackError } from '../terminal/local.errors';
import { identityOf, isSameProcess, type ProcessRecord } from './process-identity';

export interface LockContent extends ProcessRecord {
  readonly url?: string;
  readonly children: readonly NamedRecord[];
}

export interface NamedRecord extends ProcessRecord {
  readonly name: string;
}

/** Says who owns the data folder, and which processes it has started, for the next start to find. */
export class Lock {
  private content: LockContent;

  private constructor(
    private readonly file: string,
    own: ProcessRecord,
    /** What an owner that died has left running. */
    readonly leftovers: readonly NamedRecord[],
  ) {
    this.content = { ...own, children: leftovers };
  }

  /** @throws AlreadyRunningError while another process holds the lock. */
  static acquire(home: string): Lock {
    makeHome(home);
    const file = lockFileIn(home);
    const own = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
    const before = readJson<LockContent>(file);
    if (before && isSameProcess(before)) throw new AlreadyRunningError(before.pid, before.url, home);
    rmSync(file, { force: true });
    claim(file, { ...own, children: before?.children ?? [] }, home);
    return new Lock(file, own, (before?.children ?? []).filter(isSameProcess));
  }

  setChildren(children: readonly NamedRecord[]): void {
    this.write({ ...this.content, children });
  }

  addChild(child: NamedRecord): void {
    this.setChildren([...this.content.children, child]);
  }

  setUrl(url: string): void {
    this.write({ ...this.content, url });
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  private write(content: LockContent): void {
    this.content = content;
    writeJson(this.file, content);
  }
}

export function lockFileIn(home: string): string {
  return join(home, 'lock.json');
}

/** Only one of two that start at once can make the file. */
function claim(file: string, content: LockContent, home: string): void {
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const winner = readJson<LockContent>(file);
    if (winner) throw new AlreadyRunningError(winner.pid, winner.url, home);
    throw new LocalStackError(`The data folder ${home} can't be used: ${String(cause)}`, { cause });
  }
}

/** Root's Postgres runs as another user, who must be able to pass through to its own folder, and see nothing else. */
function makeHome(home: string): void {
  if (existsSync(home)) return;
  try {
    mkdirSync(home, { recursive: true });
    chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (cause) {
    throw new LocalStackError(`The data folder ${home} can't be made: ${String(cause)}. Set ORKESTRA_HOME.`, {
      cause,
    });
  }
}
