import type { Answers } from './answers';
import type { Developer, Event, Question } from './developer';

/** A program in the developer's place: events as JSON Lines, and an answer is a line of its input. */
export class JsonLines implements Developer {
  constructor(
    private readonly write: (text: string) => void,
    private readonly answers: Answers,
  ) {}

  tell(event: Event): void {
    if (event.type !== 'piece') this.write(`${JSON.stringify(event)}\n`);
  }

  async ask(question: Question): Promise<string | undefined> {
    this.tell({ type: 'question', ...question });
    return (await this.answers.next(''))?.trim();
  }

  close(): void {
    this.answers.close();
  }
}
