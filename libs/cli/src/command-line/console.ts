import { once } from 'node:events';
import type { Writable } from 'node:stream';
import stringWidth from 'string-width';
import { onOneLine } from './foreign-text';

const BOLD = '\u001b[1m';
const NOT_BOLD = '\u001b[22m';

type Terminal = Writable & { isTTY?: boolean; columns?: number };

/** Where a command writes: its answer on stdout, what goes with it on stderr. */
export class Console {
  constructor(
    private readonly out: Terminal,
    private readonly err: Terminal,
    private readonly colours: boolean,
  ) {}

  static ofProcess(env: Readonly<Record<string, string | undefined>>): Console {
    const { stdout, stderr } = process;
    for (const stream of [stdout, stderr]) stream.on('error', endQuietly);
    const wanted = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    return new Console(stdout, stderr, stdout.isTTY && wanted);
  }

  /** Waits while whoever reads is slower. */
  async print(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    if (!this.out.write(lines.map((line) => `${line}\n`).join(''))) await once(this.out, 'drain');
  }

  tell(line: string): void {
    this.err.write(`${line}\n`);
  }

  heading(text: string): string {
    return this.colours ? `${BOLD}${text}${NOT_BOLD}` : text;
  }

  /** Columns under their headings, of which the last gives way where the terminal is too narrow. */
  table(headings: readonly string[], rows: readonly (readonly string[])[], withHeadings = true): string[] {
    const cells = [headings, ...rows].map((row) => row.map(onOneLine));
    const widths = headings.map((_, column) =>
      Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))),
    );
    const lines = cells.map((row) => this.fitted(row.map((cell, at) => padded(cell, widths[at])).join('  ')));
    const [first = '', ...others] = lines;
    return withHeadings ? [this.heading(first), ...others] : others;
  }

  private fitted(line: string): string {
    const text = line.trimEnd();
    const columns = this.out.isTTY === true ? this.out.columns : undefined;
    if (columns === undefined || stringWidth(text) <= columns) return text;
    let width = 0;
    let kept = '';
    for (const character of text) {
      width += stringWidth(character);
      if (width >= columns) break;
      kept += character;
    }
    return `${kept}…`;
  }
}

function padded(cell: string, width = 0): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}

/** Whoever read, such as `head`, has had enough. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
