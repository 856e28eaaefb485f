import {
  isJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type RequestId,
  type Transport,
} from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { once } from 'node:events';
import { type LeftOut, LineLimit } from './line-limit';
import { cancelledRequest, inexact, tooLarge } from './json-rpc';

const GRACE_MS = 2_000;
const noop = () => undefined;

/**
 * stdio that answers what it was asked before it closes, so that requests can be piped in:
 * the end of stdin is passed on when no answer is missing, or after two seconds.
 */
export class AnsweringTransport implements Transport {
  onmessage: Transport['onmessage'];
  onclose: Transport['onclose'];
  onerror: Transport['onerror'];
  /** Settles when the client is gone. */
  readonly closed: Promise<void>;
  private readonly input = new LineLimit((id, why) => this.leftOut(id, why));
  private readonly stdio = new StdioServerTransport(this.input, process.stdout);
  private readonly unanswered = new Set<RequestId>();
  private ended = false;
  private isClosed = false;
  private draining: Promise<void> | undefined;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.stdio.onclose = () => {
        this.isClosed = true;
        resolve();
        this.onclose?.();
      };
    });
  }

  async start(): Promise<void> {
    this.stdio.onmessage = (message) => {
      // A subscription has no end of its own, and a cancelled call no answer.
      if (isJSONRPCRequest(message) && message.method !== 'subscriptions/listen')
        this.unanswered.add(message.id);
      const cancelled = cancelledRequest(message);
      if (cancelled !== undefined) this.unanswered.delete(cancelled);
      this.onmessage?.(message);
    };
    this.stdio.onerror = (error) => this.onerror?.(error);
    // Each answer that waits for a slow client listens.
    process.stdout.setMaxListeners(0);
    process.stdin.on('error', () => this.input.end());
    process.stdin.on('end', () => this.inputEnded());
    process.stdin.pipe(this.input, { end: false });
    await this.stdio.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.stdio.send(message);
    if (!isJSONRPCResultResponse(message) && !isJSONRPCErrorResponse(message)) return;
    if (message.id !== undefined) this.unanswered.delete(message.id);
    this.endWhenAnswered();
  }

  /** Resolves as soon as the client has read so much that it can be sent more. */
  async ready(): Promise<void> {
    if (!process.stdout.writableNeedDrain || this.isClosed) return;
    this.draining ??= Promise.race([once(process.stdout, 'drain'), this.closed])
      .then(noop, noop)
      .finally(() => (this.draining = undefined));
    await this.draining;
  }

  close(): Promise<void> {
    return this.stdio.close();
  }

  private leftOut(id: RequestId | undefined, why: LeftOut): void {
    const isInexact = 'where' in why;
    const what = isInexact ? 'with a number that cannot be kept exactly' : 'of more than 1 MB';
    this.onerror?.(new Error(`A message ${what} was left out`));
    if (id === undefined) return;
    void this.send(isInexact ? inexact(id, why.where) : tooLarge(id)).catch(() => undefined);
  }

  private inputEnded(): void {
    this.ended = true;
    setTimeout(() => this.input.end(), GRACE_MS).unref();
    // The last lines may still be on their way through the pipe.
    setImmediate(() => this.endWhenAnswered());
  }

  private endWhenAnswered(): void {
    if (this.ended && this.unanswered.size === 0) this.input.end();
  }
}
