import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface ToolUse {
  id: string;
  name: string;
  input: Record<string, unknown>;
}

/** What the model says next: text, or calls of tools. */
type Turn = string | ToolUse[];

interface MessagesRequest {
  messages: { role: string; content: string | { type: string; [key: string]: unknown }[] }[];
}

/** A server that speaks Anthropic's Messages API from a script, one turn for each request. */
export class ScriptedModel {
  readonly requests: MessagesRequest[] = [];
  private server: Server | undefined;

  constructor(private readonly script: Turn[]) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server = createServer((req, res) => {
      void (async () => {
        this.requests.push((await json(req)) as MessagesRequest);
        const turn = this.script.shift() ?? 'The script has ended.';
        res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(messageOf(turn)));
      })();
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** What the model was last told of a call. */
  resultOf(callId: string): { isError: boolean; text: string } {
    const parts = this.requests
      .at(-1)
      ?.messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
    const result = parts?.find((part) => part.type === 'tool_result' && part['tool_use_id'] === callId);
    const content = result?.['content'];
    return {
      isError: result?.['is_error'] === true,
      text: typeof content === 'string' ? content : JSON.stringify(content),
    };
  }
}

function messageOf(turn: Turn) {
  const content =
    typeof turn === 'string'
      ? [{ type: 'text', text: turn }]
      : turn.map((use) => ({ type: 'tool_use', ...use }));
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'scripted',
    content,
    stop_reason: typeof turn === 'string' ? 'end_turn' : 'tool_use',
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}
