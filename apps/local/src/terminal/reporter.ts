import { performance } from 'node:perf_hooks';

/** Writes one line a step, with the time that it took; plain text, so that it reads the same in a log. */
export class Reporter {
  constructor(private readonly write: (line: string) => void = console.log) {}

  async step<T>(label: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    const result = await work();
    this.write(`  ✓ ${label.padEnd(28)} ${formatSeconds(performance.now() - begin)}`);
    return result;
  }

  note(text: string): void {
    this.write(`  · ${text}`);
  }
}

/** Milliseconds as seconds with one decimal, such as `1.3 s`. */
export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
