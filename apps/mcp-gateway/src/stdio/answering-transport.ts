import {
  isJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type RequestId,
  type Transport,
} from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { PassThrough } from 'node:stream';

const GRACE_MS = 2_000;

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
  private readonly input = new PassThrough();
  private readonly stdio = new StdioServerTransport(this.input, process.stdout);
  private readonly unanswered = new Set<RequestId>();
  private ended = false;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.stdio.onclose = () => {
        resolve();
        this.onclose?.();
      };
    });
  }

  async start(): Promise<void> {
    this.stdio.onmessage = (message) => {
      // Who listens has no answer before the end.
      if (isJSONRPCRequest(message) && message.method !== 'subscriptions/listen')
        this.unanswered.add(message.id);
      this.onmessage?.(message);
    };
    this.stdio.onerror = (error) => this.onerror?.(error);
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

  close(): Promise<void> {
    return this.stdio.close();
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
