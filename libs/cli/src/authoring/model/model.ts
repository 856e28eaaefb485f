export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** The model wants a tool to run. */
export interface CallPart {
  readonly type: 'call';
  readonly id: string;
  readonly tool: string;
  readonly input: unknown;
}

export interface ResultPart {
  readonly type: 'result';
  readonly id: string;
  readonly tool: string;
  readonly text: string;
  readonly isError: boolean;
}

/** Said to the model. The results of the calls of the message before come first. */
export interface ToModel {
  readonly role: 'user';
  readonly parts: readonly (TextPart | ResultPart)[];
}

export interface FromModel {
  readonly role: 'model';
  readonly parts: readonly (TextPart | CallPart)[];
  /** The same as the provider wants it back, with what only the provider understands. */
  readonly native?: { readonly provider: string; readonly content: unknown };
}

export type Message = ToModel | FromModel;

export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  readonly system: string;
  readonly tools: readonly ToolSpec[];
  readonly messages: readonly Message[];
  readonly signal: AbortSignal;
  /** Called with each piece of text as it comes. */
  readonly onText: (piece: string) => void;
}

/** `cutOff`: the longest reply was reached. `full`: the talk is longer than the model can read. */
export type Stop = 'done' | 'calls' | 'cutOff' | 'refused' | 'full';

export interface ModelReply {
  readonly message: FromModel;
  readonly stop: Stop;
  /** Read and written, those from a cache too. */
  readonly tokens: number;
}

/** A model of any provider. It runs no tools: it says which ones should run. */
export interface Model {
  readonly name: string;
  /** Where what is said goes to, such as `api.anthropic.com`. */
  readonly host: string;
  /** @throws ModelError */
  reply(request: ModelRequest): Promise<ModelReply>;
}

/** The longest reply, in tokens: a workflow with its test, and room. */
export const LONGEST_REPLY = 16_000;
