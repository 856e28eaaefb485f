import { inexactNumber } from './exact-numbers';
import { Transform, type TransformCallback } from 'node:stream';

/** A little more than the gateway takes, which answers those in between itself. */
const LONGEST_LINE = 1_100_000;
const LINE_FEED = 10;
const HEAD = /^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*(\d+|"[^"\\]{0,100}")\s*,/;
const TAIL = /"id"\s*:\s*(\d+|"[^"\\]{0,100}")\s*\}\s*$/;

type Id = string | number | undefined;

/** Why a line was left out: `where` is the pointer of a number that relaying would change. */
export type LeftOut = { tooLong: true } | { where: string };

/**
 * Lets lines through up to the limit, so that no client can fill this process's memory, and only those whose numbers
 * arrive as they were sent. For any other, `onLeftOut` is told the id of the request; of a line that is too long, where
 * it stands at the very begin or end of it.
 */
export class LineLimit extends Transform {
  private held: Buffer[] = [];
  private length = 0;
  private head = '';
  private tail = '';

  constructor(private readonly onLeftOut: (id: Id, why: LeftOut) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let rest = chunk;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      this.keep(rest.subarray(0, end + 1));
      this.endOfLine();
      rest = rest.subarray(end + 1);
    }
    this.keep(rest);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.endOfLine();
    done();
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    this.held.push(part);
    if (this.length <= LONGEST_LINE) return;
    const text = Buffer.concat(this.held).toString('latin1');
    if (this.head === '') this.head = text.slice(0, 200);
    this.tail = (this.tail + text).slice(-200);
    this.held = [];
  }

  private passOn(line: Buffer): void {
    const where = inexactNumber(line.toString());
    if (where === null) this.push(line);
    else this.onLeftOut(idOf(line.toString(), where), { where });
  }

  private endOfLine(): void {
    if (this.length > LONGEST_LINE) this.onLeftOut(idIn(this.head, this.tail), { tooLong: true });
    else if (this.held.length > 0) this.passOn(Buffer.concat(this.held));
    this.held = [];
    this.length = 0;
    this.head = '';
    this.tail = '';
  }
}

/** The id of a message that is JSON, unless it is the number in question. */
function idOf(line: string, where: string): Id {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return where !== '/id' && (typeof id === 'string' || typeof id === 'number') ? id : undefined;
  } catch {
    return undefined;
  }
}

function idIn(head: string, tail: string): Id {
  const id = (HEAD.exec(head) ?? TAIL.exec(tail))?.[1];
  return id === undefined ? undefined : (JSON.parse(id) as string | number);
}
