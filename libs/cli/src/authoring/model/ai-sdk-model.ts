import type * as AiSdk from 'ai';
import type { LanguageModel, ModelMessage } from 'ai';
import {
  type CallPart,
  type FromModel,
  LONGEST_REPLY,
  type Message,
  type Model,
  type ModelReply,
  type ModelRequest,
  type Stop,
  type TextPart,
  type ToModel,
} from './model';
import { type ModelError, modelErrorOf } from './model.errors';

interface AiSdkOptions {
  /** The package `ai`, as the project has installed it. */
  readonly sdk: typeof AiSdk;
  readonly model: LanguageModel;
  readonly name: string;
  /** The provider's package. */
  readonly provider: string;
}

/** Any model for which the AI SDK has a provider. */
export class AiSdkModel implements Model {
  readonly name: string;
  readonly host: string;

  constructor(private readonly options: AiSdkOptions) {
    this.name = options.name;
    this.host = `the service of ${options.provider}`;
  }

  async reply({ system, tools, messages, signal, onText }: ModelRequest): Promise<ModelReply> {
    const { sdk, model, provider } = this.options;
    const specs = tools.map(({ name, description, inputSchema }) => {
      const schema = sdk.jsonSchema(inputSchema);
      return [name, sdk.tool({ description, inputSchema: schema })] as const;
    });
    const result = sdk.streamText({
      model,
      system,
      messages: messages.flatMap((message) => messagesOf(message, provider)),
      tools: Object.fromEntries(specs),
      maxOutputTokens: LONGEST_REPLY,
      maxRetries: 0,
      abortSignal: signal,
      onError: () => undefined,
    });
    const parts: (TextPart | CallPart)[] = [];
    let text = '';
    try {
      for await (const part of result.fullStream) {
        if (part.type === 'error') throw part.error;
        if (part.type === 'text-delta') onText(part.text);
        if (part.type === 'text-delta') text += part.text;
        if (part.type === 'tool-call')
          parts.push({ type: 'call', id: part.toolCallId, tool: part.toolName, input: part.input });
      }
      signal.throwIfAborted();
      if (text !== '') parts.unshift({ type: 'text', text });
      const { messages: answered } = await result.response;
      const content = answered.filter(({ role }) => role === 'assistant');
      const { totalTokens, inputTokens = 0, outputTokens = 0 } = await result.totalUsage;
      const message: FromModel = { role: 'model', parts, native: { provider, content } };
      const stop = stopOf(await result.finishReason, parts);
      return { message, stop, tokens: totalTokens ?? inputTokens + outputTokens };
    } catch (error) {
      if (signal.aborted) throw error;
      throw errorOf(error, sdk);
    }
  }
}

function messagesOf(message: Message, provider: string): ModelMessage[] {
  if (message.role === 'user') return toModel(message);
  if (message.native?.provider === provider) return message.native.content as ModelMessage[];
  const content = message.parts.map((part) =>
    part.type === 'text'
      ? part
      : ({ type: 'tool-call', toolCallId: part.id, toolName: part.tool, input: part.input } as const),
  );
  return [{ role: 'assistant', content }];
}

function toModel({ parts }: ToModel): ModelMessage[] {
  const results = parts.flatMap((part) => {
    if (part.type === 'text') return [];
    const output = { type: part.isError ? 'error-text' : 'text', value: part.text } as const;
    return [{ type: 'tool-result', toolCallId: part.id, toolName: part.tool, output } as const];
  });
  const texts = parts.flatMap((part) => (part.type === 'text' ? [part] : []));
  return [
    ...(results.length === 0 ? [] : [{ role: 'tool', content: results } as const]),
    ...(texts.length === 0 ? [] : [{ role: 'user', content: texts } as const]),
  ];
}

function stopOf(reason: AiSdk.FinishReason, parts: readonly { type: string }[]): Stop {
  if (reason === 'length') return 'cutOff';
  if (reason === 'content-filter') return 'refused';
  return parts.some(({ type }) => type === 'call') ? 'calls' : 'done';
}

function errorOf(error: unknown, { APICallError }: typeof AiSdk): ModelError {
  if (!APICallError.isInstance(error))
    return modelErrorOf(undefined, error instanceof Error ? error.message : String(error));
  const headers = error.responseHeaders ?? {};
  return modelErrorOf(error.statusCode, error.message, { get: (name) => headers[name] ?? null });
}
