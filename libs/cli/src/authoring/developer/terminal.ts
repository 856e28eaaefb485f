import type { Answers } from './answers';
import type { Developer, Event, Question } from './developer';
import { printable } from './printable';

const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const CYAN = 36;

/** A developer who reads and types; colours only where they are wanted. */
export class Terminal implements Developer {
  private isInLine = false;

  constructor(
    private readonly write: (text: string) => void,
    private readonly answers: Answers,
    private readonly coloured: boolean,
  ) {}

  tell(event: Event): void {
    switch (event.type) {
      case 'begin':
        return this.line(
          `${event.model} at ${event.host} reads what it needs of this project, and never .env files or keys.`,
          DIM,
        );
      case 'piece':
        return this.piece(event.text);
      case 'said':
        return this.endLine();
      case 'notice':
        return this.line(event.text, DIM);
      case 'tool':
        return this.line(`${event.ok ? '·' : '✗'} ${event.text}`, event.ok ? DIM : YELLOW);
      case 'refused':
        return this.line(`Refused (${event.tool}): ${event.text}`, YELLOW);
      case 'difference':
        return event.files.forEach(({ difference }) => this.difference(difference));
      case 'question':
        return;
      case 'end':
        return event.text === '' ? undefined : this.line(event.text);
    }
  }

  async ask({ text, options = [] }: Question): Promise<string | undefined> {
    this.endLine();
    options.forEach((option, index) => this.line(`  ${index + 1}  ${option}`));
    const answer = (await this.answers.next(`${this.paint(printable(text), CYAN)} `))?.trim();
    return options[Number(answer) - 1] ?? answer;
  }

  close(): void {
    this.answers.close();
  }

  private difference(text: string): void {
    for (const line of text.trimEnd().split('\n')) {
      const isHead = /^(---|\+\+\+|@@)/.test(line);
      const colour = isHead ? CYAN : line.startsWith('+') ? GREEN : line.startsWith('-') ? RED : undefined;
      this.line(line, colour);
    }
  }

  private piece(text: string): void {
    const shown = printable(text);
    if (shown === '') return;
    this.write(shown);
    this.isInLine = !shown.endsWith('\n');
  }

  private line(text: string, colour?: number): void {
    this.endLine();
    this.write(`${this.paint(printable(text), colour)}\n`);
  }

  private endLine(): void {
    if (this.isInLine) this.write('\n');
    this.isInLine = false;
  }

  private paint(text: string, colour: number | undefined): string {
    return this.coloured && colour !== undefined ? `\u001b[${colour}m${text}\u001b[0m` : text;
  }
}
