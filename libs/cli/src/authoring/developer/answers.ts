import { createInterface, type Interface } from 'node:readline';

export interface Answers {
  /** The next line; undefined where there is none and none will come. */
  next(prompt: string): Promise<string | undefined>;
  close(): void;
}

/** Lines that a person types. Ctrl-C while they type is passed on as the signal that it is elsewhere. */
export class TypedAnswers implements Answers {
  private open: Interface | undefined;

  constructor(
    private readonly input: NodeJS.ReadStream,
    private readonly output: NodeJS.WriteStream,
  ) {}

  async next(prompt: string): Promise<string | undefined> {
    const lines = createInterface({ input: this.input, output: this.output });
    this.open = lines;
    try {
      return await new Promise<string | undefined>((resolve) => {
        lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
        lines.on('close', () => resolve(undefined));
        lines.question(prompt, resolve);
      });
    } finally {
      this.close();
    }
  }

  close(): void {
    this.open?.close();
    this.open = undefined;
  }
}

/** Lines that come from a program or a file. */
export class PipedAnswers implements Answers {
  private readonly waiting: ((line: string | undefined) => void)[] = [];
  private readonly lines: string[] = [];
  private lineReader: Interface | undefined;
  private hasEnded = false;

  constructor(
    private readonly input: NodeJS.ReadableStream,
    /** Shows what is asked, where it is not shown otherwise. */
    private readonly show: (prompt: string) => void = () => undefined,
  ) {}

  next(prompt: string): Promise<string | undefined> {
    this.show(prompt);
    this.lineReader ??= this.read();
    if (this.lines.length > 0 || this.hasEnded) return Promise.resolve(this.lines.shift());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  close(): void {
    this.lineReader?.close();
  }

  private read(): Interface {
    const reader = createInterface({ input: this.input });
    reader.on('line', (line) => {
      const take = this.waiting.shift();
      if (take === undefined) this.lines.push(line);
      else take(line);
    });
    reader.on('close', () => {
      this.hasEnded = true;
      for (const take of this.waiting.splice(0)) take(undefined);
    });
    return reader;
  }
}
