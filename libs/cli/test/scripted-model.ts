import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Call {
  name: string;
  input: unknown;
}

interface Part {
  type: string;
  [key: string]: unknown;
}

export interface MessagesRequest {
  model: string;
  system: Part[];
  tools: { name: string }[];
  messages: { role: string; content: string | Part[] }[];
}

/** What the model does when it is asked next. */
export interface Turn {
  text?: string;
  calls?: Call[];
  /** As Anthropic signs it; it has to come back as it is. */
  thinking?: string;
  /** Instead of the stop reason that fits. */
  stop?: string;
  /** No reply but this status of HTTP, with these headers. */
  status?: number;
  headers?: Record<string, string>;
  /** Closes the connection in the middle of the reply, or reports this type of error there. */
  breaks?: 'connection' | 'overloaded_error';
  tokens?: number;
  /** Sends nothing, and does not end. */
  hangs?: boolean;
}

/** A server that speaks Anthropic's Messages API as a stream, from a script: one turn for each request. */
export class ScriptedModel {
  readonly requests: MessagesRequest[] = [];
  readonly keys: (string | undefined)[] = [];
  private readonly server: Server;
  private calls = 0;

  constructor(private readonly script: readonly (Turn | ((request: MessagesRequest) => Turn))[]) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Everything that was ever sent to the model. */
  get sent(): string {
    return JSON.stringify(this.requests);
  }

  /** What the model was told of its calls, in their order. */
  get results(): { text: string; isError: boolean }[] {
    const parts = this.requests
      .at(-1)
      ?.messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
    return (parts ?? [])
      .filter(({ type }) => type === 'tool_result')
      .map(({ content, is_error }) => ({ text: String(content), isError: is_error === true }));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as MessagesRequest;
    const entry = this.script[this.requests.length] ?? { text: 'The script has ended.' };
    this.requests.push(body);
    this.keys.push(request.headers.authorization?.replace('Bearer ', ''));
    const turn = typeof entry === 'function' ? entry(body) : entry;
    if (turn.hangs) return;
    if (turn.status !== undefined) return this.refuse(response, turn);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const events = this.eventsOf(turn, body.model);
    const whole = turn.breaks === undefined ? events.length : events.length - 3;
    for (const event of events.slice(0, whole)) send(response, event);
    if (turn.breaks === 'connection') return void setTimeout(() => response.destroy(), 20);
    if (turn.breaks !== undefined)
      send(response, { type: 'error', error: { type: turn.breaks, message: 'Overloaded' } });
    response.end();
  }

  private refuse(response: ServerResponse, { status = 500, headers = {} }: Turn): void {
    const error = { type: 'error', error: { type: 'api_error', message: `Scripted ${status}` } };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(error));
  }

  private eventsOf({ text, calls = [], thinking, stop, tokens = 10 }: Turn, model: string): Part[] {
    const usage = { input_tokens: tokens, output_tokens: 1 };
    const blocks = [
      ...(thinking === undefined ? [] : thought(thinking)),
      ...(text === undefined
        ? []
        : [{ start: { type: 'text', text: '' }, deltas: pieces(text, 'text_delta', 'text') }]),
      ...calls.map(({ name, input }) => ({
        start: { type: 'tool_use', id: `toolu_${(this.calls += 1)}`, name, input: {} },
        deltas: pieces(JSON.stringify(input), 'input_json_delta', 'partial_json'),
      })),
    ];
    const message = { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], usage };
    const reason = stop ?? (calls.length > 0 ? 'tool_use' : 'end_turn');
    return [
      { type: 'message_start', message: { ...message, stop_reason: null, stop_sequence: null } },
      ...blocks.flatMap(({ start, deltas }, index) => [
        { type: 'content_block_start', index, content_block: start },
        ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
        { type: 'content_block_stop', index },
      ]),
      {
        type: 'message_delta',
        delta: { stop_reason: reason, stop_sequence: null },
        usage: { output_tokens: 1 },
      },
      { type: 'message_stop' },
    ];
  }
}

function thought(thinking: string) {
  const start = { type: 'thinking', thinking: '', signature: '' };
  return [
    {
      start,
      deltas: [
        { type: 'thinking_delta', thinking },
        { type: 'signature_delta', signature: 'signed' },
      ],
    },
  ];
}

function pieces(text: string, type: string, name: string): Part[] {
  const half = Math.ceil(text.length / 2);
  return [text.slice(0, half), text.slice(half)].map((piece) => ({ type, [name]: piece }));
}

function send(response: ServerResponse, event: Part): void {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
