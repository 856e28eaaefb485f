import { Transform, type TransformCallback } from 'node:stream';

/** A little more than the gateway takes, which answers those in between itself. */
const LONGEST_LINE = 1_100_000;
const LINE_FEED = 10;
const HEAD = /^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*(\d+|"[^"\\]{0,100}")\s*,/;
const TAIL = /"id"\s*:\s*(\d+|"[^"\\]{0,100}")\s*\}\s*$/;

/**
 * Lets lines through up to the limit, so that no client can fill this process's memory. A longer one is left
 * out, and `onLeftOut` is told the id of the request, where it stands at the very begin or end of the line.
 */
export class LineLimit extends Transform {
  private held: Buffer[] = [];
  private length = 0;
  private head = '';
  private tail = '';

  constructor(private readonly onLeftOut: (id: string | number | undefined) => void) {
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

  private endOfLine(): void {
    if (this.length > LONGEST_LINE) this.onLeftOut(idIn(this.head, this.tail));
    else for (const part of this.held) this.push(part);
    this.held = [];
    this.length = 0;
    this.head = '';
    this.tail = '';
  }
}

function idIn(head: string, tail: string): string | number | undefined {
  const id = (HEAD.exec(head) ?? TAIL.exec(tail))?.[1];
  return id === undefined ? undefined : (JSON.parse(id) as string | number);
}
