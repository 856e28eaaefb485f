import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type ElicitRequestFormParams,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type ServerContext,
} from '@modelcontextprotocol/server';

const KEY = 'answer';

export type QuestionForm = ElicitRequestFormParams['requestedSchema'];

/** What a tool wants to know from the person at the client before it goes on. */
export class Question {
  constructor(
    readonly message: string,
    readonly form: QuestionForm,
    /** Comes back with the answer. The client could change it: it may hold only what the client may choose. */
    readonly state: string,
  ) {}
}

type PersonAnswer = { action: 'accept'; content: Record<string, unknown> } | { action: 'decline' | 'cancel' };

/** The person at the client, and what they have answered to the question of this call, if it was asked. */
export interface Person {
  answer?: PersonAnswer;
  /** Of the question that they answered. */
  state?: string;
}

/** Both eras: clients of 2026 call again with the answer, those of 2025 are sent the question during the call. */
export function toInputRequired({ message, form, state }: Question): InputRequiredResult {
  const question = inputRequired.elicit({ message, requestedSchema: form });
  return inputRequired({ inputRequests: { [KEY]: question }, requestState: state });
}

/** @param declared what a client of the 2025 era said of itself when it connected */
export function personAt(
  { mcpReq }: ServerContext,
  declared: ClientCapabilities | undefined,
): Person | undefined {
  const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {};
  const told = envelope[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities | undefined;
  const { elicitation } = told ?? declared ?? {};
  // A client that names no mode can do forms.
  if (elicitation === undefined || (elicitation.url !== undefined && elicitation.form === undefined))
    return undefined;
  const response = inputResponse(mcpReq.inputResponses, KEY);
  if (response.kind !== 'elicit') return {};
  const { action, content = {} } = response;
  const state: unknown = mcpReq.requestState();
  return {
    answer: action === 'accept' ? { action, content } : { action },
    ...(typeof state === 'string' ? { state } : {}),
  };
}
