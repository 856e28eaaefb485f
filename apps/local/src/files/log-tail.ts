import { existsSync, readFileSync } from 'node:fs';

/** The last lines of a log file for a person to read, or an empty text when there is none. */
export function logTail(file: string, count: number): string {
  if (!existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count);
  return lines.map((line) => `  ${readableLine(line)}`).join('\n');
}

/** A line of a structured log as its message and error; any other line as it is. */
export function readableLine(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    if (msg === undefined) return line;
    return err?.message ? `${msg}: ${err.message}` : msg;
  } catch {
    return line;
  }
}
