import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../model/model';
import type { Talk } from './talk';

const MOST_TALKS = 20;
const LONGEST_TALK = 2_000_000;
const SHORT = 400;
const SHOWN_EARLIER = 5;

/** Talks are kept in `.orkestra/talks` of the project, for their owner only and outside of Git. */
export class TalkShelf {
  private readonly folder: string;

  constructor(projectFolder: string) {
    this.folder = join(projectFolder, '.orkestra', 'talks');
  }

  save(talk: Talk): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    chmodSync(this.folder, 0o700);
    const ignore = join(this.folder, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    const file = this.fileOf(talk.id);
    writeFileSync(`${file}.new`, JSON.stringify(bounded(talk)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    for (const old of this.ids().slice(0, -MOST_TALKS)) rmSync(this.fileOf(old), { force: true });
  }

  /** The last talk, whatever became of it. */
  last(): Talk | undefined {
    return this.talks().at(-1);
  }

  /** What earlier talks were about, in a few lines. */
  earlier(): string[] {
    return this.talks()
      .slice(-SHOWN_EARLIER)
      .map(({ begun, request, outcome, summary }) => {
        const made = summary === undefined ? '' : `: ${summary.slice(0, SHORT)}`;
        return `${begun.slice(0, 10)}, "${request.slice(0, SHORT)}" (${outcome})${made}`;
      });
  }

  private talks(): Talk[] {
    return this.ids().flatMap((id) => {
      try {
        return [JSON.parse(readFileSync(this.fileOf(id), 'utf8')) as Talk];
      } catch {
        // Somebody has edited it, or a disk was full.
        return [];
      }
    });
  }

  /** The oldest first: ids begin with the time. */
  private ids(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort();
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}

/** Long results go first, the oldest before the others; then whole exchanges from the front. */
function bounded(talk: Talk): Talk {
  let { messages } = talk;
  for (let index = 0; index < messages.length && sizeOf({ ...talk, messages }) > LONGEST_TALK; index += 1)
    messages = messages.map((message, place) => (place === index ? shortened(message) : message));
  while (messages.length > 0 && sizeOf({ ...talk, messages }) > LONGEST_TALK) {
    const next = messages.findIndex((message, place) => place > 0 && isFreshStart(message));
    messages = next < 0 ? [] : messages.slice(next);
  }
  return { ...talk, messages };
}

function sizeOf(talk: Talk): number {
  return JSON.stringify(talk).length;
}

function shortened(message: Message): Message {
  if (message.role === 'model') return message;
  const parts = message.parts.map((part) =>
    part.type === 'result' && part.text.length > SHORT
      ? { ...part, text: '(no longer kept; ask again)' }
      : part,
  );
  return { ...message, parts };
}

function isFreshStart({ role, parts }: Message): boolean {
  return role === 'user' && parts.every(({ type }) => type === 'text');
}
