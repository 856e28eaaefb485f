import type { Scope, TenantContext } from '@orkestra/tenancy';
import type { PromptMessage } from '@modelcontextprotocol/server';
import type { Complete } from './resource';

interface PromptArgument {
  name: string;
  description: string;
  complete?: Complete;
}

/** A way to begin a piece of work, that a person picks in their client; all its arguments are required. */
export interface Prompt {
  name: string;
  title: string;
  description: string;
  /** The scope that a key needs to see and use it. */
  scope: Scope;
  arguments: PromptArgument[];
  /** @throws DomainError, or a ProtocolError for what an argument names and nobody finds */
  messages(ctx: TenantContext, args: Readonly<Record<string, string>>): Promise<PromptMessage[]>;
}

/** What the model is to do. */
export function instruction(text: string): PromptMessage {
  return { role: 'user', content: { type: 'text', text } };
}
