import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoTenant, readDemoTenants } from './demo-file';
import { readJson, writeJson } from '../files/json-file';
import type { ManagedProcess } from '../process/managed-process';
import type { Backends } from './programs';
import type { DatabaseUrls } from '../postgres/provision-database';
import type { StackPorts, StackSettings } from './settings';

/** What `.orkestra/dev.json` tells tools about the stack that runs; only its owner can read the file. */
export interface DevFile extends DatabaseUrls {
  readonly version: 1;
  readonly startedAt: string;
  readonly urls: {
    readonly admin: string;
    readonly graphql: string;
    readonly graphqlWs: string;
    readonly mcp: string;
    /** Null when Temporal runs elsewhere. */
    readonly temporalUi: string | null;
  };
  readonly ports: StackPorts;
  readonly temporalAddress: string;
  readonly tenants: readonly DemoTenant[];
  readonly pids: Readonly<Record<string, number>>;
}

export function describeStack(
  settings: StackSettings,
  backends: Backends,
  processes: readonly ManagedProcess[],
): DevFile {
  const { ports, host, publicUrl, home } = settings;
  const gateway = `${host}:${ports.gateway}`;
  return {
    version: 1,
    startedAt: new Date().toISOString(),
    urls: {
      admin: publicUrl,
      graphql: `http://${gateway}/graphql`,
      graphqlWs: `ws://${gateway}/graphql`,
      mcp: `http://${host}:${ports.mcp}/mcp`,
      temporalUi: settings.externalTemporal ? null : `http://127.0.0.1:${ports.temporalUi}`,
    },
    ports,
    ...backends.database,
    temporalAddress: backends.temporalAddress,
    tenants: readDemoTenants(home),
    pids: pidsOf(processes),
  };
}

export function pidsOf(processes: readonly ManagedProcess[]): DevFile['pids'] {
  const running = processes.filter((process) => !process.exit);
  return { launcher: process.pid, ...Object.fromEntries(running.map(({ name, pid }) => [name, pid])) };
}

export function writeDevFile(home: string, content: DevFile): void {
  writeJson(fileIn(home), content);
}

export function removeDevFile(home: string): void {
  rmSync(fileIn(home), { force: true });
}

/** What a running stack wrote, or nothing when none runs. */
export function readDevFile(home: string): DevFile | undefined {
  const content = readJson<DevFile>(fileIn(home));
  return content && isAlive(content.pids.launcher) ? content : undefined;
}

function fileIn(home: string): string {
  return join(home, 'dev.json');
}

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
