import type { Decision, Post } from './post';

const MOST_REMEMBERED = 20;

/** What people have decided so far, for the agent to go by. */
export class Precedents {
  private known: string[] = [];

  add({ text }: Post, { verdict, reason }: Decision): void {
    const line = JSON.stringify({ text, verdict, reason });
    this.known = [...this.known, line].slice(-MOST_REMEMBERED);
  }

  /** For the model; the newest last. */
  get words(): string {
    return this.known.length === 0 ? 'None yet.' : this.known.join('\n');
  }
}
