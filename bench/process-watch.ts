import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { probeFile } from './memory-probe';

const MB = 1024 * 1024;
/** Of /proc/<pid>/stat; 100 a second on Linux. */
const TICK_MS = 10;

export interface Memory {
  /** MB that the process holds. */
  rss: number;
  /** MB of JavaScript objects that are in use. */
  heap: number;
}

/** What a program of the stack uses; it must have loaded `memory-probe`. */
export class ProcessWatch {
  constructor(private readonly pid: number) {}

  async memory(): Promise<Memory> {
    const file = probeFile(this.pid);
    rmSync(file, { force: true });
    process.kill(this.pid, 'SIGUSR2');
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await delay(20);
    const { rss, heapUsed } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage;
    rmSync(file);
    return { rss: rss / MB, heap: heapUsed / MB };
  }

  /** MB that the process holds, whether it collected its garbage or not. */
  resident(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1]) / 1024;
  }

  /** The share of one processor that it uses in so many milliseconds, in percent. */
  async load(ms: number): Promise<number> {
    const before = this.processorMs();
    await delay(ms);
    return ((this.processorMs() - before) / ms) * 100;
  }

  /** Milliseconds of a processor that the process has used since it began, with those of its children that have ended. */
  processorMs(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) * TICK_MS;
  }
}
