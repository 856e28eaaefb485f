import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceLines } from './source-lines';

const SERVERS = ['api-gateway', 'worker', 'mcp-gateway'];
const EVERY_MS = 300;
const WARNING = 40;

interface Entry {
  level?: number;
  msg?: string;
  err?: { message?: string };
}

/** Passes on what the servers write into their logs as warnings and errors. */
export function followServerLogs(home: string, lines: SourceLines): { stop(): void } {
  const tails = SERVERS.map((name) => ({ name, file: join(home, 'logs', `${name}.log`), read: 0, rest: '' }));
  const timer = setInterval(() => {
    for (const tail of tails) {
      const { text, end } = readFrom(tail.file, tail.read);
      tail.read = end;
      const found = (tail.rest + text).split('\n');
      tail.rest = found.pop() ?? '';
      for (const line of found.map(readable)) if (line !== undefined) lines.tell(tail.name, line);
    }
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** What stands behind the place; a server that started again has a new file. */
function readFrom(file: string, place: number): { text: string; end: number } {
  try {
    const opened = openSync(file, 'r');
    try {
      const { size } = fstatSync(opened);
      const begin = size < place ? 0 : place;
      const buffer = Buffer.alloc(size - begin);
      readSync(opened, buffer, 0, buffer.length, begin);
      return { text: buffer.toString('utf8'), end: size };
    } finally {
      closeSync(opened);
    }
  } catch {
    return { text: '', end: 0 };
  }
}

function readable(line: string): string | undefined {
  try {
    const { level = 0, msg = '', err } = JSON.parse(line) as Entry;
    if (level < WARNING) return undefined;
    return err?.message ? `${msg}: ${err.message}` : msg;
  } catch {
    // What is no entry of the log is the last word of a program that broke down.
    return line.trim() === '' ? undefined : line;
  }
}
