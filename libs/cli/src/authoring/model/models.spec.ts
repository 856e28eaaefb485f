import { createAnthropic } from '@ai-sdk/anthropic';
import * as sdk from 'ai';
import { ScriptedModel, type Turn } from '../../../test/scripted-model';
import { AiSdkModel } from './ai-sdk-model';
import { AnthropicModel } from './anthropic-model';
import type { Message, Model, ModelRequest } from './model';
import { PatientModel } from './patient-model';

let server: ScriptedModel;
afterEach(() => server.stop());

const makers: Record<string, (url: string) => Model> = {
  Anthropic: (baseUrl) => new AnthropicModel({ apiKey: 'k', baseUrl, model: 'scripted' }),
  'the AI SDK': (url) =>
    new AiSdkModel({
      ...{ sdk, name: 'scripted', provider: '@ai-sdk/anthropic' },
      model: createAnthropic({ apiKey: 'k', baseURL: `${url}/v1` })('scripted'),
    }),
};
const hello: Message = { role: 'user', parts: [{ type: 'text', text: 'Hello' }] };
const look = { name: 'look', description: 'Looks', inputSchema: { type: 'object', properties: {} } };

describe.each(Object.keys(makers))('a model of %s', (name) => {
  const pieces: string[] = [];
  const start = async (...script: Turn[]) => {
    server = await new ScriptedModel(script).start();
    pieces.length = 0;
    return makers[name]?.(server.url) as Model;
  };
  const request = (messages: Message[] = [hello]): ModelRequest => ({
    ...{ system: 'Be brief', tools: [look], messages, signal: new AbortController().signal },
    onText: (piece) => pieces.push(piece),
  });

  it('says text in pieces and calls tools, and gets back what it said', async () => {
    const calls = [{ name: 'look', input: { at: 'it' } }];
    const model = await start({ thinking: 'Hm', text: 'I look.', calls }, { text: 'Done' });
    const { message, stop, tokens } = await model.reply(request());
    expect({ stop, tokens, said: pieces.join('') }).toEqual({ stop: 'calls', tokens: 11, said: 'I look.' });
    expect(message.parts).toEqual([
      { type: 'text', text: 'I look.' },
      { type: 'call', id: 'toolu_1', tool: 'look', input: { at: 'it' } },
    ]);
    const result = { type: 'result', id: 'toolu_1', tool: 'look', text: 'A cat', isError: true } as const;
    const more = { type: 'text', text: 'And now?' } as const;
    const kept = JSON.parse(JSON.stringify(message)) as Message;
    expect(await model.reply(request([hello, kept, { role: 'user', parts: [result, more] }]))).toMatchObject({
      stop: 'done',
    });
    const [first, second] = server.requests;
    expect(first).toMatchObject({
      model: 'scripted',
      system: [{ text: 'Be brief' }],
      tools: [{ name: 'look' }],
    });
    expect(second?.tools).toEqual(first?.tools);
    expect(second?.messages.slice(1)).toMatchObject([
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Hm', signature: 'signed' },
          { type: 'text', text: 'I look.' },
          { type: 'tool_use', id: 'toolu_1', input: { at: 'it' } },
        ],
      },
      { role: 'user', content: [{ tool_use_id: 'toolu_1', is_error: true }, { text: 'And now?' }] },
    ]);
  });

  it('says why it stops', async () => {
    const model = await start({ text: 'No', stop: 'refusal' }, { text: 'Lo', stop: 'max_tokens' });
    expect(await model.reply(request())).toMatchObject({ stop: 'refused' });
    expect(await model.reply(request())).toMatchObject({ stop: 'cutOff' });
  });

  it.each([
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { trouble: 'busy', retryAfterMs: 7_000 },
    ],
    [{ status: 529 }, { trouble: 'busy', message: expect.stringContaining('529') }],
    [{ status: 401 }, { trouble: 'key', message: expect.stringContaining('Scripted 401') }],
    [{ status: 404 }, { trouble: 'model' }],
    [{ status: 400 }, { trouble: 'request' }],
    [{ text: 'Half of it', breaks: 'connection' }, { trouble: 'broken' }],
    [{ text: 'Half of it', breaks: 'overloaded_error' }, { trouble: expect.stringMatching(/busy|broken/) }],
  ] as const)('%j is an error of its kind', async (turn, error) => {
    const model = await start(turn);
    await expect(model.reply(request())).rejects.toMatchObject(error);
    expect(server.requests).toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    const model = await start({ hangs: true });
    const stop = new AbortController();
    const reply = model.reply({ ...request(), signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(reply).rejects.toThrow();
    await expect(reply).rejects.not.toHaveProperty('trouble');
  });
});

describe('a model that is asked again', () => {
  const start = async (...script: Turn[]) => {
    server = await new ScriptedModel(script).start();
    const model = makers['Anthropic']?.(server.url) as Model;
    const told: string[] = [];
    return { told, model: new PatientModel(model, (line) => told.push(line)) };
  };
  const request = (signal = new AbortController().signal): ModelRequest => ({
    ...{ system: 'x', tools: [], messages: [hello], signal },
    onText: () => undefined,
  });

  it('waits as long as the service says, and tells of it', async () => {
    const soon = { 'retry-after': '0.1' };
    const { model, told } = await start(
      ...[
        { status: 429, headers: soon },
        { status: 529, headers: soon },
      ],
      ...[{ text: 'Half of it', breaks: 'connection' as const }, { text: 'All of it' }],
    );
    const { message } = await model.reply(request());
    expect(message.parts).toEqual([{ type: 'text', text: 'All of it' }]);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/answered 429.*Trying again in 1 s/);
  });

  it('does not wait for hours, nor for what does not pass', async () => {
    const { model, told } = await start({ status: 429, headers: { 'retry-after': '3600' } }, { status: 401 });
    await expect(model.reply(request())).rejects.toMatchObject({ trouble: 'busy' });
    await expect(model.reply(request())).rejects.toMatchObject({ trouble: 'key' });
    expect(told).toEqual([]);
  });

  it('stops waiting when it is told to', async () => {
    const { model } = await start({ status: 429, headers: { 'retry-after': '60' } });
    await expect(model.reply(request(AbortSignal.timeout(200)))).rejects.toThrow();
  });
});
