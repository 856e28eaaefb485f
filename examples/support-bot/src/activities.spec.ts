import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { draftAnswer } from './activities';

interface ModelRequest {
  system: unknown;
  messages: unknown[];
  tools?: unknown[];
}

/** A server that speaks Anthropic's Messages API and says what the test tells it to. */
class ScriptedModel {
  readonly requests: ModelRequest[] = [];
  reply: { status: number; says?: object } = { status: 200 };
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' });
      response.end(JSON.stringify(body));
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const asked = JSON.parse(text) as ModelRequest;
    this.requests.push(asked);
    const { status, says } = this.reply;
    if (status !== 200)
      return { status, body: { type: 'error', error: { type: 'api_error', message: 'Overloaded' } } };
    const content = asked.tools
      ? [{ type: 'tool_use', id: 'call-1', name: 'json', input: says }]
      : [{ type: 'text', text: JSON.stringify(says) }];
    const usage = { input_tokens: 1, output_tokens: 1 };
    return {
      status,
      body: {
        type: 'message',
        id: 'm',
        role: 'assistant',
        model: 'scripted',
        content,
        stop_reason: 'end_turn',
        usage,
      },
    };
  }
}

const VARIABLES = ['ANTHROPIC_API_KEY', 'ANTHROPIC_BASE_URL', 'SUPPORT_BOT_MODEL', 'SUPPORT_BOT_THRESHOLD'];
const question = 'How long does a refund take?';
const before = { ...process.env };

beforeEach(() => VARIABLES.forEach((name) => delete process.env[name]));
afterAll(() => void (process.env = before));

describe('draftAnswer from the knowledge base alone', () => {
  it('answers with its sources', async () => {
    const draft = await draftAnswer({ question });
    expect(draft).toMatchObject({ confidence: 0.95, threshold: 0.7 });
    expect(draft.answer).toContain('within 5 working days');
    expect(draft.sources[0]).toMatchObject({ title: 'Refunds: How long does a refund take?' });
  });

  it('has nothing to say to nonsense', async () => {
    expect(await draftAnswer({ question: 'asdf qwerty' })).toEqual({
      answer: '',
      confidence: 0,
      threshold: 0.7,
      sources: [],
    });
  });

  it('reads the threshold anew', async () => {
    process.env.SUPPORT_BOT_THRESHOLD = '0.99';
    expect(await draftAnswer({ question })).toMatchObject({ threshold: 0.99 });
  });
});

describe('draftAnswer with a model', () => {
  const model = new ScriptedModel();

  beforeAll(async () => {
    baseUrl = await model.listen();
  });
  let baseUrl: string;
  beforeEach(() => {
    process.env.ANTHROPIC_API_KEY = 'test-key';
    process.env.ANTHROPIC_BASE_URL = baseUrl;
    model.requests.length = 0;
  });
  afterAll(() => model.close());

  it('gives it the passages, and takes its answer and its confidence', async () => {
    model.reply = { status: 200, says: { answer: 'Five working days.', confidence: 0.9 } };
    expect(await draftAnswer({ question })).toMatchObject({ answer: 'Five working days.', confidence: 0.9 });
    expect(JSON.stringify(model.requests[0]?.messages)).toContain('within 5 working days');
  });

  it('keeps its confidence within 0 and 1', async () => {
    model.reply = { status: 200, says: { answer: 'Surely.', confidence: 7 } };
    expect(await draftAnswer({ question })).toMatchObject({ confidence: 1 });
  });

  it('falls back to the knowledge base, not sure, when the provider fails', async () => {
    model.reply = { status: 529 };
    const draft = await draftAnswer({ question });
    expect(draft).toMatchObject({ confidence: 0.3, note: expect.stringContaining('did not answer') });
    expect(draft.answer).toContain('within 5 working days');
    expect(model.requests).toHaveLength(3);
  });

  it('falls back when the answer has another shape', async () => {
    model.reply = { status: 200, says: { text: 'Five working days.' } };
    expect(await draftAnswer({ question })).toMatchObject({ confidence: 0.3 });
  });
});
