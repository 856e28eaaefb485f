import type { Developer, Event, Question } from '../src/authoring/developer/developer';

/** A developer who answers what is written down, and remembers what they saw. */
export class ScriptedDeveloper implements Developer {
  readonly seen: Event[] = [];
  readonly asked: Question[] = [];

  constructor(private readonly answers: string[] = []) {}

  tell(event: Event): void {
    this.seen.push(event);
  }

  ask(question: Question): Promise<string | undefined> {
    this.asked.push(question);
    return Promise.resolve(this.answers.shift());
  }

  close(): void {}

  texts(type: Event['type']): string[] {
    return this.seen.flatMap((event) => (event.type === type && 'text' in event ? [event.text] : []));
  }
}
