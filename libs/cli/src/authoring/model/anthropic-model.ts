import Anthropic from '@anthropic-ai/sdk';
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
  type ToolSpec,
} from './model';
import { type ModelError, modelErrorOf } from './model.errors';

const PROVIDER = 'anthropic';
const OVERLOADED = 529;

interface AnthropicOptions {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly model: string;
}

/** Claude by Anthropic's Messages API, which any gateway that speaks it can serve. */
export class AnthropicModel implements Model {
  readonly name: string;
  readonly host: string;
  private readonly client: Anthropic;

  constructor({ apiKey, baseUrl, model }: AnthropicOptions) {
    // Retries are made by whoever asks, who can tell the developer about them.
    const options = { apiKey, authToken: null, maxRetries: 0, logLevel: 'off' } as const;
    this.client = new Anthropic({ ...options, ...(baseUrl ? { baseURL: baseUrl } : {}) });
    this.name = model;
    this.host = new URL(this.client.baseURL).host;
  }

  async reply({ system, tools, messages, signal, onText }: ModelRequest): Promise<ModelReply> {
    const cached = { cache_control: { type: 'ephemeral' } } as const;
    const stream = this.client.messages.stream(
      {
        model: this.name,
        max_tokens: LONGEST_REPLY,
        system: [{ type: 'text', text: system, ...cached }],
        tools: tools.map(toolOf),
        messages: messages.map(paramOf),
      },
      { signal },
    );
    stream.on('text', onText);
    try {
      return replyOf(await stream.finalMessage());
    } catch (error) {
      if (signal.aborted) throw error;
      throw errorOf(error);
    }
  }
}

function toolOf({ name, description, inputSchema }: ToolSpec): Anthropic.Tool {
  return { name, description, input_schema: { ...inputSchema, type: 'object' } };
}

function paramOf(message: Message): Anthropic.MessageParam {
  if (message.role === 'model') {
    const { native, parts } = message;
    if (native?.provider !== PROVIDER) return { role: 'assistant', content: parts.map(partOf) };
    return { role: 'assistant', content: native.content as Anthropic.ContentBlockParam[] };
  }
  const content = message.parts.map((part): Anthropic.ContentBlockParam =>
    part.type === 'text'
      ? { type: 'text', text: part.text }
      : { type: 'tool_result', tool_use_id: part.id, content: part.text, is_error: part.isError },
  );
  return { role: 'user', content };
}

function partOf(part: TextPart | CallPart): Anthropic.ContentBlockParam {
  if (part.type === 'text') return { type: 'text', text: part.text };
  return { type: 'tool_use', id: part.id, name: part.tool, input: part.input };
}

function replyOf({ content, stop_reason, usage }: Anthropic.Message): ModelReply {
  const parts = content.flatMap((block): (TextPart | CallPart)[] => {
    if (block.type === 'text') return block.text === '' ? [] : [{ type: 'text', text: block.text }];
    if (block.type !== 'tool_use') return [];
    return [{ type: 'call', id: block.id, tool: block.name, input: block.input }];
  });
  const message: FromModel = {
    role: 'model',
    parts,
    native: { provider: PROVIDER, content: nativeOf(content) },
  };
  const { input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens } = usage;
  const cache = (cache_creation_input_tokens ?? 0) + (cache_read_input_tokens ?? 0);
  return { message, stop: stopOf(stop_reason, parts), tokens: input_tokens + output_tokens + cache };
}

/** Thinking is signed and goes back as it came; of the rest only what a request may hold. */
function nativeOf(content: Anthropic.ContentBlock[]): unknown[] {
  return content.flatMap((block): unknown[] => {
    if (block.type === 'text') return block.text === '' ? [] : [{ type: 'text', text: block.text }];
    if (block.type !== 'tool_use') return [block];
    return [{ type: 'tool_use', id: block.id, name: block.name, input: block.input }];
  });
}

function stopOf(reason: Anthropic.StopReason | null, parts: readonly { type: string }[]): Stop {
  if (reason === 'max_tokens') return 'cutOff';
  if (reason === 'refusal') return 'refused';
  if (reason === 'model_context_window_exceeded') return 'full';
  return parts.some(({ type }) => type === 'call') ? 'calls' : 'done';
}

function errorOf(error: unknown): ModelError {
  if (!(error instanceof Anthropic.APIError) || error instanceof Anthropic.APIConnectionError)
    return modelErrorOf(undefined, error instanceof Error ? error.message : String(error));
  const { status, type, headers, message, error: body } = error as ServiceError;
  // A stream that has begun reports its error as an event, which has no status.
  if (type === 'overloaded_error') return modelErrorOf(OVERLOADED, 'Overloaded', headers);
  // What the service says, without the JSON around it.
  return modelErrorOf(status, body?.error?.message ?? message, headers);
}

interface ServiceError extends Error {
  readonly status?: number;
  readonly type?: string | null;
  readonly headers?: Headers;
  readonly error?: { readonly error?: { readonly message?: string } };
}
