const COLOURS = [36, 33, 35, 32, 34];
const WIDTH = 14;

/** Lines of many programs in one stream, each under the name of its source. */
export class SourceLines {
  private readonly colours = new Map<string, number>();
  private readonly coloured: boolean;

  constructor(
    private readonly write: (text: string) => void,
    { isTerminal, noColour }: { isTerminal: boolean; noColour: boolean },
  ) {
    this.coloured = isTerminal && !noColour;
  }

  /** Writes a text of one or more lines. */
  tell(source: string, text: string): void {
    for (const line of text.replace(/\n+$/, '').split('\n')) this.write(`${this.label(source)} ${line}\n`);
  }

  /** Takes what a program writes, in pieces of any size, line by line. */
  from(source: string, stream: NodeJS.ReadableStream | null): void {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.tell(source, line);
    });
    stream?.on('end', () => rest !== '' && this.tell(source, rest));
  }

  private label(source: string): string {
    const name = `${source.padEnd(WIDTH)} |`;
    if (!this.coloured) return name;
    const known = this.colours.get(source);
    const colour = known ?? COLOURS[this.colours.size % COLOURS.length] ?? 36;
    if (known === undefined) this.colours.set(source, colour);
    return `\u001b[${colour}m${name}\u001b[0m`;
  }
}
